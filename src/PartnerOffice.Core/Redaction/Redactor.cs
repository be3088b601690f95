namespace PartnerOffice.Core;

/// <summary>Makes the partner edition: takes what is allowed into a new model, and withholds everything else.</summary>
/// <remarks>What has no audience, an unknown one or an undecided one is the board's. Forgetting something here means withholding it.</remarks>
public static class Redactor
{
    /// <summary>The edition of these minutes for the other district.</summary>
    /// <exception cref="RedactionException">The minutes belong to no district of this partnership.</exception>
    /// <exception cref="MinutesFormatException">The minutes cannot be brought into canonical form.</exception>
    public static PartnerEdition Redact(Minutes minutes, Partnership partnership, SourceTraces? traces = null)
    {
        ArgumentNullException.ThrowIfNull(minutes);
        ArgumentNullException.ThrowIfNull(partnership);

        var canonical = CanonicalMinutes.Of(minutes);
        var sender = SenderOf(canonical, partnership);
        return new Redaction(canonical, partnership, sender, traces ?? SourceTraces.None, View.Of(canonical, partnership.PartnerOf(sender.Id))).Run();
    }

    /// <summary>The edition of a joint meeting's minutes for one of the two boards: what both read, and what is this board's own (R22).</summary>
    /// <inheritdoc cref="Redact"/>
    public static PartnerEdition RedactFor(Minutes minutes, Partnership partnership, District reader, SourceTraces? traces = null)
    {
        ArgumentNullException.ThrowIfNull(minutes);
        ArgumentNullException.ThrowIfNull(partnership);
        ArgumentNullException.ThrowIfNull(reader);
        if (!minutes.IsJoint)
            throw new ArgumentException("A board's own minutes have one edition.", nameof(minutes));

        return new Redaction(CanonicalMinutes.Of(minutes), partnership, partnership.PartnerOf(reader.Id), traces ?? SourceTraces.None, View.Of(minutes, reader)).Run();
    }

    /// <summary>What both boards of a joint meeting may read: for everything that both see, as the tracker and the mails (R22).</summary>
    /// <inheritdoc cref="Redact"/>
    public static PartnerEdition RedactForBoth(Minutes minutes, Partnership partnership, SourceTraces? traces = null)
    {
        ArgumentNullException.ThrowIfNull(minutes);
        ArgumentNullException.ThrowIfNull(partnership);

        var canonical = CanonicalMinutes.Of(minutes);
        return new Redaction(canonical, partnership, SenderOf(canonical, partnership), traces ?? SourceTraces.None, View.OfBoth).Run();
    }

    /// <summary>The minutes for the own board, without what only the board may know: names and places stay, confidential points become placeholders (R13).</summary>
    /// <remarks>By the same rules as the edition, so that what is forgotten here is left out.</remarks>
    /// <exception cref="RedactionException">The minutes belong to no district of this partnership.</exception>
    /// <exception cref="MinutesFormatException">The minutes cannot be brought into canonical form.</exception>
    public static BoardCopy LeaveOutBoardOnly(Minutes minutes, Partnership partnership)
    {
        ArgumentNullException.ThrowIfNull(minutes);
        ArgumentNullException.ThrowIfNull(partnership);

        var canonical = CanonicalMinutes.Of(minutes);
        return new Redaction(canonical, partnership, SenderOf(canonical, partnership), SourceTraces.None, View.OfPartner, forOwnBoard: true).RunForOwnBoard();
    }

    private static District SenderOf(Minutes minutes, Partnership partnership) => partnership.Find(minutes.District) ?? throw new RedactionException(
        "Kreisverband",
        new Bilingual($"»{minutes.District}« gehört nicht zu dieser Partnerschaft.", $"\"{minutes.District}\" does not belong to this partnership."),
        new Bilingual("Die Kennung im Protokoll oder die Partnerschaftsdatei berichtigen.", "Correct the id in the minutes, or the partnership file."));

    /// <summary>Who reads.</summary>
    /// <param name="Reader">The board of a joint meeting whose own parts stand in the edition; null for none.</param>
    private sealed record View(District? Reader, bool IsForBoth)
    {
        public static readonly View OfPartner = new(null, false);

        public static readonly View OfBoth = new(null, true);

        public static View Of(Minutes minutes, District reader) => minutes.IsJoint ? new(reader, false) : OfPartner;
    }

    /// <param name="sender">Whose people the policy protects: the district that met, of two the one that does not read.</param>
    private sealed class Redaction(Minutes minutes, Partnership partnership, District sender, SourceTraces traces, View view, bool forOwnBoard = false)
    {
        private readonly District partner = partnership.PartnerOf(sender.Id);
        private readonly string? reader = view.Reader?.Id.ToString();
        private readonly NameRules names = forOwnBoard ? NameRules.ShowingEverybody
            : view.IsForBoth ? NameRules.ForBoth(minutes, sender, partnership.PartnerOf(sender.Id))
            : view.Reader is { } own ? NameRules.ForOneOfTwo(minutes, own, sender)
            : new(minutes, sender, partnership.PartnerOf(sender.Id));
        private readonly string placeholder = forOwnBoard ? BoardCopy.Placeholder : PartnerEdition.Placeholder;
        private readonly WithheldCollector withheld = new();
        private readonly Dictionary<EntryId, EntryId> itemIds = [];
        private readonly Dictionary<EntryId, EntryId> resolutionIds = [];

        public PartnerEdition Run()
        {
            NumberAnew();
            var content = CanonicalMinutes.Of(Content());
            if (traces.People.Count > 0)
                withheld.Metadata();
            withheld.Add(traces.Unsupported);

            var absent = minutes.Attendance.Where(attendee => !attendee.WasThere).ToList();
            return new PartnerEdition(
                content,
                Frame(),
                new Absences(absent.Count(attendee => attendee.Status == AttendanceStatus.Excused), absent.Count(attendee => attendee.Status == AttendanceStatus.Unexcused)),
                withheld.Report,
                withheld.Replacements,
                withheld.Texts,
                [.. names.HiddenNames, .. traces.People.Where(person => !IsNamed(content, person))]);
        }

        public BoardCopy RunForOwnBoard()
        {
            NumberAnew();
            var content = CanonicalMinutes.Of(Content());
            return new BoardCopy(content, withheld.Report, withheld.Texts);
        }

        private EditionFrame Frame()
        {
            var releasedOn = minutes.Approval.ReleasedAt is { } at ? DateOnly.FromDateTime(at.DateTime) : minutes.Issued?.Date ?? minutes.Date;
            var frame = new EditionFrame(
                sender.Name,
                partner.Name,
                partnership.Use.Between(sender, partner, releasedOn),
                releasedOn,
                partnership.CountsWithheld);
            if (!minutes.IsJoint)
                return frame;

            var districts = minutes.Boards.Select(board => board.District).Prepend(minutes.District).Distinct().Select(partnership.Find).OfType<District>().ToList();
            return frame with
            {
                DistrictName = string.Join(" und ", districts.Select(district => district.Name)),
                Boards = districts.ToDictionary(district => district.Id.ToString(), district => district.Name),
                Reader = reader,
            };
        }

        // Whatever names no board, or another one, is not the reader's.
        private bool Reads(Audience audience, string? board, string? around = null) =>
            audience == Audience.Partner || (audience == Audience.Board && OwnPassages.IsOwn(reader, board, around));

        private Minutes Content() => minutes with
        {
            Place = Place(minutes.Place),
            Invitation = minutes.Invitation is not { } invitation ? null : invitation with
            {
                How = WithoutAddresses(Prose(invitation.How, "Einladung"), "Einladung"),
                Reason = WithoutAddresses(Prose(invitation.Reason, "Einladung"), "Einladung"),
            },
            Chair = Person(minutes.Chair, "Sitzungsleitung"),
            MinuteTaker = Person(minutes.MinuteTaker, "Protokollführung"),
            Boards = [.. minutes.Boards.Select(board => board with
            {
                Chair = Person(board.Chair, "Sitzungsleitung"),
                Quorum = board.Quorum is not { } quorum ? null : quorum with { EstablishedBy = Person(quorum.EstablishedBy, "Beschlussfähigkeit") },
            })],
            Attendance = [.. minutes.Attendance.Where(attendee => forOwnBoard || attendee.WasThere).Select(Attendee)],
            Agenda = minutes.Agenda is not { } agenda ? null : agenda with { Changes = Prose(agenda.Changes, "Tagesordnung") },
            Circulation = [.. Partners(minutes.Circulation, circulated => Reads(circulated.Audience, null), circulated => withheld.Resolution($"Umlaufbeschluss {circulated.Number}", circulated.Subject, circulated.Wording)).Select(circulated => circulated with
            {
                Subject = Prose(circulated.Subject, $"Umlaufbeschluss {circulated.Number}")!,
                Wording = Prose(circulated.Wording, $"Umlaufbeschluss {circulated.Number}")!,
            })],
            FollowUps = [.. Partners(minutes.FollowUps, followUp => Reads(followUp.Audience, followUp.BoardOf), followUp => withheld.Action("Aufgabenkontrolle", followUp.Note)).Select(followUp => followUp with { Note = Prose(followUp.Note, "Aufgabenkontrolle") })],
            Items = [.. minutes.Items.Select(Item)],
            Attachments = [.. Partners(minutes.Attachments, attachment => Reads(attachment.Audience, attachment.BoardOf, AroundOf(attachment)), attachment => withheld.Attachment($"Anlage {attachment.Number}", attachment.Title, attachment.File)).Select(Attachment)],
            Next = minutes.Next is not { } next ? null : next with { Place = Place(next.Place) },
            Issued = minutes.Issued,
            Signatures = [.. minutes.Signatures.Select(signature => signature with { Name = Person(signature.Name, "Unterschriften") ?? PartnerEdition.InlinePlaceholder })],
            Original = forOwnBoard ? minutes.Original : null,
            Approval = minutes.Approval with { ReleasedBy = People(minutes.Approval.ReleasedBy, "Genehmigungsvermerk") },
            Version = minutes.Version with { Note = Prose(minutes.Version.Note, "Fassung") },
            Distribution = [.. minutes.Distribution.Select(line => Prose(line, "Verteiler")!)],
        };

        // Ids can carry a word ("kuendigung-x"), so the partner's copy counts anew.
        private void NumberAnew()
        {
            foreach (var item in minutes.Items)
            {
                itemIds[item.Id] = EntryId.Parse($"{itemIds.Count + 1}", null);
                if (!Reads(item.Audience, item.BoardOf))
                    continue;

                foreach (var resolution in item.Resolutions.Where(resolution => Reads(resolution.Audience, resolution.BoardOf, item.BoardOf)))
                    resolutionIds[resolution.Id] = EntryId.Parse($"r{resolutionIds.Count + 1}", null);
            }
        }

        private AgendaItem Item(AgendaItem item)
        {
            var place = $"TOP {item.Number}";
            if (!Reads(item.Audience, item.BoardOf))
            {
                withheld.Item(place, item);
                return new AgendaItem
                {
                    Id = itemIds[item.Id],
                    Number = item.Number,
                    Title = placeholder,
                    Audience = Audience.Board,
                    Status = ItemStatus.DealtWith,
                };
            }

            var before = withheld.Report.Count;
            var resolutions = Partners(item.Resolutions, resolution => Reads(resolution.Audience, resolution.BoardOf, item.BoardOf), resolution => withheld.Resolution($"{place}, Beschluss {resolution.Number}", resolution.Wording, resolution.Minority)).Select(resolution => Resolution(resolution, place)).ToList();
            var elections = Partners(item.Elections, election => Reads(election.Audience, election.BoardOf, item.BoardOf), election => withheld.Election($"{place}, Wahl", item, election)).Select(election => Election(election, place)).ToList();
            var statements = Partners(item.Statements ?? [], statement => Reads(statement.Audience, statement.BoardOf, item.BoardOf), statement => withheld.Passage($"{place}, Erklärung", statement.Text)).Select(statement => statement with { Name = Person(statement.Name, place) ?? PartnerEdition.InlinePlaceholder, Text = Prose(statement.Text, place)! }).ToList();
            var actions = Partners(item.Actions, action => Reads(action.Audience, action.BoardOf, item.BoardOf), action => withheld.Action($"{place}, Aufgabe {action.Id}", action.What)).Select(action => Action(action, place)).ToList();
            var text = new TextRedaction(names, withheld, placeholder, reader is null ? null : new OwnPassages(reader, view.Reader!.ShortName, item.BoardOf)).Redact(item.Text, place);
            if (withheld.Report.Skip(before).Any(entry => entry.Kind is WithheldKind.Resolution or WithheldKind.Action) || item.Elections.Count > elections.Count || (item.Statements?.Count ?? 0) > statements.Count)
                text = [.. text, new TextParagraph([new TextRun(placeholder)])];

            return item with
            {
                Id = itemIds[item.Id],
                Title = Prose(item.Title, place)!,
                Text = text,
                PartnerNote = Prose(item.PartnerNote, place),
                Resolutions = resolutions,
                Elections = elections,
                Statements = statements,
                Actions = actions,
            };
        }

        private Resolution Resolution(Resolution resolution, string place)
        {
            var where = $"{place}, Beschluss {resolution.Number}";
            return resolution with
            {
                Id = resolutionIds[resolution.Id],
                Wording = Prose(resolution.Wording, where)!,
                Mover = Person(resolution.Mover, where),
                // The reason is personal, and the rules of a vote do not need it.
                Excluded = [.. resolution.Excluded.Select(excluded => new Exclusion(Person(excluded.Name, where) ?? PartnerEdition.InlinePlaceholder, forOwnBoard ? excluded.Reason : null))],
                Minority = Prose(resolution.Minority, where),
                Repeats = resolution.Repeats is { } repeats && resolutionIds.TryGetValue(repeats, out var id) ? id : null,
                Amount = resolution.Amount,
            };
        }

        private Election Election(Election election, string place) => election with
        {
            Office = Prose(election.Office, place)!,
            Candidates = [.. election.Candidates.Select(candidate => candidate with { Name = Person(candidate.Name, place) ?? PartnerEdition.InlinePlaceholder })],
            Elected = [.. election.Elected.Select(name => Person(name, place) ?? PartnerEdition.InlinePlaceholder)],
        };

        private int actions;

        private ActionItem Action(ActionItem action, string place) => action with
        {
            Id = EntryId.Parse($"a{++actions}", null),
            What = Prose(action.What, place)!,
            Who = Person(action.Who, place),
            Resolution = action.Resolution is { } resolution && resolutionIds.TryGetValue(resolution, out var id) ? id : null,
        };

        private Attachment Attachment(Attachment attachment) => attachment with
        {
            Title = Prose(attachment.Title, $"Anlage {attachment.Number}")!,
            File = PartnerEdition.OnRequest,
            Item = attachment.Item is { } item && itemIds.TryGetValue(item, out var id) ? id : null,
        };

        private Attendee Attendee(Attendee attendee)
        {
            var shown = names.InColumn(attendee.Name);
            if (!shown.IsHidden)
                return attendee with { Person = forOwnBoard ? attendee.Person : null, Function = Prose(attendee.Function, "Teilnahme") };

            withheld.Name("Teilnahme", shown.Text ?? PartnerEdition.InlinePlaceholder);
            return attendee with { Person = null, Name = shown.Text ?? PartnerEdition.InlinePlaceholder, Function = null };
        }

        private string? Person(string? name, string place)
        {
            if (name is null)
                return null;

            var shown = names.InColumn(name);
            if (shown.IsHidden)
                withheld.Name(place, shown.Text ?? PartnerEdition.InlinePlaceholder);
            return shown.Text;
        }

        // Two persons release the minutes of two boards.
        private string? People(string? names, string place) => names is null
            ? null
            : string.Join(Approval.And, names.Split(Approval.And).Select(name => Person(name, place) ?? PartnerEdition.InlinePlaceholder)) is var shown && shown != PartnerEdition.InlinePlaceholder ? shown : null;

        private string? AroundOf(Attachment attachment) =>
            minutes.Items.FirstOrDefault(item => item.Id == attachment.Item) is { Audience: Audience.Board, BoardOf: { } board } ? board : null;

        private string? Prose(string? text, string place)
        {
            if (text is null)
                return null;

            foreach (var (start, length, shown) in names.FindIn(text).Reverse())
            {
                withheld.Name(place, shown);
                text = text[..start] + shown + text[(start + length)..];
            }

            return text;
        }

        private string? Place(string? place)
        {
            var shown = forOwnBoard ? place : PlacePolicy.Show(place, view.Reader is { } own ? [.. sender.Rooms, .. own.Rooms] : sender.Rooms);
            if (place is not null && shown != place)
                withheld.Address("Ort", place);
            return shown;
        }

        // A mail address, a telephone number or a street number is nobody else's business (R11).
        private string? WithoutAddresses(string? text, string place)
        {
            if (text is null || (!text.Contains('@', StringComparison.Ordinal) && text.Count(char.IsAsciiDigit) < 5))
                return text;

            withheld.Address(place, text);
            return null;
        }

        private static IEnumerable<T> Partners<T>(IReadOnlyList<T> all, Func<T, bool> isReaders, Action<T> withhold)
        {
            foreach (var one in all)
            {
                if (isReaders(one))
                    yield return one;
                else
                    withhold(one);
            }
        }

        private static bool IsNamed(Minutes content, string person) => MinutesJson.Says(content, person, StringComparison.OrdinalIgnoreCase);
    }
}
