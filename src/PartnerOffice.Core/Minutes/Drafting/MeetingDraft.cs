using System.Globalization;

namespace PartnerOffice.Core;

/// <summary>Drafts the minutes of a meeting to come: standing agenda, the members of that day, and what the last minutes hand on.</summary>
public static class MeetingDraft
{
    /// <summary>The draft. The same request always gives the same draft.</summary>
    public static MinutesDraft Of(Partnership partnership, District district, DraftRequest request)
    {
        ArgumentNullException.ThrowIfNull(partnership);
        ArgumentNullException.ThrowIfNull(district);
        ArgumentNullException.ThrowIfNull(request);
        return new Drafting(partnership, district, request).Run();
    }

    private sealed class Drafting(Partnership partnership, District district, DraftRequest request)
    {
        private readonly District partner = partnership.PartnerOf(district.Id);
        // Of a joint meeting only what this board may know (R22).
        private readonly Minutes? last = request.Last is { } before ? JointView.HandedOnTo(before, district) : null;
        private readonly CarryOver? carried = request.Last is { } minutes ? new CarryOver(JointView.HandedOnTo(minutes, district)) : null;
        private readonly DateOnly date = request.Date ?? MeetingCalendar.NextAfter(request.Last?.Date ?? request.Today, request.Last?.Next?.Date);
        private readonly List<Bilingual> assumed = [];
        private readonly Dictionary<EntryId, DraftTables> tables = [];
        private readonly Dictionary<EntryId, IReadOnlyList<MinutesId>> offered = [];
        private readonly List<AgendaItem> items = [];

        private bool IsBoardMeeting => request.Kind is MeetingKind.BoardMeeting or MeetingKind.ExtraordinaryBoardMeeting;

        private bool IsEntered => request.Agenda.Count > 0;

        private bool IsJoint => request.Kind is MeetingKind.JointRetreat or MeetingKind.JointMeeting;

        public MinutesDraft Run()
        {
            if (request.Date is null)
                assumed.Add(new($"Als Tag ist der {Day(date)} angenommen.", $"The day is assumed to be {Day(date)}."));

            var number = request.Number ?? Number();
            var followUps = CarryOver.FollowUps(carried, request.Registered).Select(one => one with { BoardOf = BoardOf(one.Audience) }).ToList();
            Agenda(number, followUps);

            var chair = request.Chair ?? HolderOf(OfficeRole.Chair);
            var minuteTaker = request.MinuteTaker ?? HolderOf(OfficeRole.Secretary);
            var content = new Minutes
            {
                Schema = Minutes.Format,
                Id = MeetingNumbers.IdOf(district, request.Kind, number, date),
                District = district.Id.ToString(),
                Board = BoardName(),
                Kind = request.Kind,
                Number = number,
                Date = date,
                Start = request.Start ?? last?.Next?.Start ?? last?.Start,
                Place = request.Place ?? last?.Next?.Place ?? last?.Place,
                Form = request.Form ?? last?.Form ?? MeetingForm.InPerson,
                Record = last?.Record ?? RecordKind.Results,
                Chair = chair,
                MinuteTaker = minuteTaker,
                Boards = [.. Boards(chair)],
                Attendance = [.. Attendance()],
                Circulation = IsBoardMeeting ? CarryOver.Circulation(carried, request.Circulated, date) : [],
                FollowUps = followUps,
                Items = items,
                Signatures = [.. Signatures(chair, minuteTaker)],
                Approval = Core.Approval.Draft,
                Version = new MinutesVersion(1, null),
                Distribution = last?.Distribution ?? [],
            };
            return new MinutesDraft(CanonicalMinutes.Of(content), tables, assumed) { Offered = offered };
        }

        private string Number()
        {
            var year = date.Year.ToString(CultureInfo.InvariantCulture);
            if (!IsBoardMeeting)
                return request.Kind switch
                {
                    MeetingKind.JointRetreat => $"Klausur {year}",
                    MeetingKind.JointMeeting => $"Gemeinsame Sitzung {year}",
                    MeetingKind.DistrictConference => $"KPT {year}",
                    _ => $"MV {year}",
                };

            var format = district.Rules.Numbers.Meeting;
            if (MeetingNumbers.Next(format, last?.Number, date) is { } next)
                return format.Write(date.Year, next, next);

            var first = format.Write(date.Year, 1, 1);
            assumed.Add(new($"Als Nummer ist {first} angenommen, die erste des Jahres.", $"The number is assumed to be {first}, the first of the year."));
            return first;
        }

        private void Agenda(string number, IReadOnlyList<FollowUp> followUps)
        {
            var postponed = carried?.Postponed().ToList() ?? [];
            var hasConfidentialPart = StandardAgenda.HasConfidentialPart(request.Kind);
            IReadOnlyList<StandardItem> points = IsEntered
                ? StandardAgenda.Of(request.Agenda, request.Kind, partner.ShortName)
                :
                [
                    .. StandardAgenda.For(request.Kind, partner.ShortName),
                    .. hasConfidentialPart ? [new StandardItem(StandardAgenda.ConfidentialPart, Audience.Board, DraftTables.Resolutions | DraftTables.Actions)] : Array.Empty<StandardItem>(),
                ];

            // What stands on the agenda is no second point, whoever may read it by now.
            bool IsNew((string Title, Audience Audience, string Origin) other) =>
                other.Audience != Audience.Board && !points.Any(known => known.Title == other.Title && (IsEntered || other.Audience == Audience.Partner));

            foreach (var item in points.Where(item => item.Audience != Audience.Board))
            {
                if (item.IsClosing)
                    Postponed(postponed, IsNew);
                Standing(item, postponed, number);
            }

            if (IsEntered)
                Postponed(postponed, IsNew);

            var own = hasConfidentialPart ? followUps.Where(followUp => followUp.Audience != Audience.Partner).Select(followUp => followUp.Note).OfType<string>().ToList() : [];
            if (own.Count > 0)
                Add(StandardAgenda.ConfidentialControl, Audience.Board, DraftTables.None, [new TextList(false, [.. own.Select(note => (IReadOnlyList<TextRun>)[new TextRun(note)])])]);
            foreach (var item in points.Where(item => item.Audience == Audience.Board && (own.Count == 0 || item.Title != StandardAgenda.ConfidentialControl)))
                Standing(item, postponed, number);
            if (hasConfidentialPart)
                Postponed(postponed, _ => true);
        }

        private void Standing(StandardItem item, List<(string Title, Audience Audience, string Origin)> postponed, string number)
        {
            var same = postponed.Where(other => other.Title == item.Title && (IsEntered || other.Audience == item.Audience)).ToList();
            foreach (var one in same)
                postponed.Remove(one);
            IReadOnlyList<TextBlock> text = [.. same.Select(one => Sentence(one.Origin))];
            var open = ToApprove();
            if (!item.IsApproval || (last is null && open.Count == 0))
            {
                var plain = Add(item.Title, item.Audience, item.Tables, text);
                if (item.IsPartnership && request.Received.Count > 0)
                    offered[plain.Id] = request.Received;
                return;
            }

            var days = string.Join(" und ", open.Select(one => Day(one.Date)));
            // The words of whoever entered a point stay.
            var added = Add(
                item.Title != StandardAgenda.ApprovalPart ? item.Title
                    : open.Count == 0 ? "Bericht über Umlaufbeschlüsse" : $"Genehmigung {(open.Count == 1 ? "des Protokolls" : "der Protokolle")} vom {days} und Bericht über Umlaufbeschlüsse",
                item.Audience, open.Count > 0 ? DraftTables.None : item.Tables, text);
            if (open.Count > 0)
                items[^1] = added with { Resolutions = [Approval(number, open)] };
        }

        // The oldest first: the last ones, and whatever an earlier meeting did not come to.
        private List<MinutesInQuestion> ToApprove() =>
        [
            .. request.AlsoToApprove.Where(one => one.Id != last?.Id)
                .Concat(last is not null && carried!.AwaitsApproval ? [new(last.Id, last.Number, last.Date)] : Array.Empty<MinutesInQuestion>())
                .OrderBy(one => one.Date),
        ];

        // Nobody has voted yet: the vote is missing, and the form leaves the outcome open.
        private Resolution Approval(string number, List<MinutesInQuestion> open) => new()
        {
            Id = EntryId.Parse("r1", null),
            Number = district.Rules.Numbers.Meeting.TryRead(number, out _, out var meeting, out var running) && (meeting ?? running) is { } read ? district.Rules.Numbers.Resolution.Write(date.Year, read, 1) : "",
            Wording = open is [var only]
                ? $"Das Protokoll der Sitzung {only.Number} vom {Day(only.Date)} wird genehmigt."
                : $"Die Protokolle der Sitzungen {string.Join(" und ", open.Select(one => $"{one.Number} vom {Day(one.Date)}"))} werden genehmigt.",
            Audience = Audience.Partner,
            Outcome = Outcome.Deferred,
            Approves = [.. open.Select(one => one.Id)],
        };

        private void Postponed(List<(string Title, Audience Audience, string Origin)> postponed, Predicate<(string Title, Audience Audience, string Origin)> fits)
        {
            foreach (var item in postponed.FindAll(fits))
            {
                postponed.Remove(item);
                Add(item.Title, item.Audience, DraftTables.Resolutions | DraftTables.Actions, [Sentence(item.Origin)]);
            }
        }

        private AgendaItem Add(string title, Audience audience, DraftTables ready, IReadOnlyList<TextBlock> text)
        {
            var isOwn = audience == Audience.Board;
            var next = (1 + items.Count(item => (item.Audience == Audience.Board) == isOwn)).ToString(CultureInfo.InvariantCulture);
            var item = new AgendaItem
            {
                Id = EntryId.Parse(isOwn ? $"n{next}" : next, null),
                Number = isOwn ? $"N {next}" : next,
                Title = title,
                Audience = audience,
                BoardOf = BoardOf(audience),
                Status = ItemStatus.DealtWith,
                Text = text,
            };
            items.Add(item);
            if (ready != DraftTables.None)
                tables[item.Id] = ready;
            return item;
        }

        // Of two boards in one room, what is for the board only is for the one that writes (R22).
        private string? BoardOf(Audience audience) => IsJoint && audience == Audience.Board ? district.Id.ToString() : null;

        private IEnumerable<ParticipatingBoard> Boards(string? chair)
        {
            if (!IsBoardMeeting && !IsJoint)
                return [new ParticipatingBoard(district.Id.ToString(), chair, null)];

            return (IsJoint ? [district, partner] : new[] { district }).Select(own =>
            {
                var elected = own.BoardOn(date).Count;
                return new ParticipatingBoard(
                    own.Id.ToString(),
                    own == district ? chair : (own.HoldersOn(OfficeRole.Chair, date) is [var first, ..] ? first.Name : null),
                    new Quorum(elected, own.Rules.Quorum.RequiredOf(elected), null, null, null, null));
            });
        }

        // Whoever sits on the board that day; who came is known only later. An assembly keeps its list as an annex.
        private IEnumerable<Attendee> Attendance() =>
            (IsJoint ? [district, partner] : IsBoardMeeting ? [district] : Array.Empty<District>()).SelectMany(own => own.BoardOn(date).Select(person =>
                new Attendee(person.Id.ToString(), person.Name, person.TermOn(date)!.Function, own.Id.ToString(), AttendanceStatus.Unexcused, true, [])));

        private IEnumerable<Signature> Signatures(string? chair, string? minuteTaker)
        {
            // Whoever chairs a board signs for it.
            foreach (var name in Boards(chair).Select(board => board.Chair).OfType<string>().Distinct())
                yield return new Signature(name, SignatureRole.Chair, null);
            if (minuteTaker is not null)
                yield return new Signature(minuteTaker, SignatureRole.MinuteTaker, null);
        }

        private string? HolderOf(OfficeRole role) => district.HoldersOn(role, date) is [var holder, ..] ? holder.Name : null;

        private string BoardName() => request.Kind switch
        {
            MeetingKind.JointRetreat or MeetingKind.JointMeeting => "Kreisvorstände",
            MeetingKind.DistrictConference => "Kreisparteitag",
            MeetingKind.MembersAssembly => "Mitgliederversammlung",
            _ => district.BoardName,
        };

        private static TextParagraph Sentence(string text) => new([new TextRun(text)]);

        private static string Day(DateOnly day) => day.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture);
    }
}
