using System.Globalization;
using System.Text;
using PartnerOffice.Core;
using PartnerOffice.Documents.Gate;

namespace PartnerOffice.Documents.Import;

/// <summary>Takes over minutes of any shape: what was understood comes into its place, what was not comes along as text, and nothing is for the partner.</summary>
public static class MinutesImport
{
    /// <param name="file">The bytes of a .docx, .odt, .md or .txt.</param>
    /// <param name="fileName">Its name, which may carry the day.</param>
    /// <exception cref="ImportException">Another kind of file, or no day is to be found.</exception>
    /// <exception cref="GateRefusal">The gate refused the package.</exception>
    public static ImportedMinutes Run(ReadOnlyMemory<byte> file, string fileName, ImportSettings settings)
    {
        ArgumentNullException.ThrowIfNull(fileName);
        ArgumentNullException.ThrowIfNull(settings);
        return new Importing(LinesOf(file, fileName), fileName, settings).Run();
    }

    private static IReadOnlyList<OldLine> LinesOf(ReadOnlyMemory<byte> file, string fileName)
    {
        var start = file.Span;
        if (start.Length > GateLimits.FileBytes)
            throw new GateRefusal(GateCode.TooLarge);
        if (FileSignature.IsZip(start))
            return OldOdt.IsOdt(file) ? OldOdt.Lines(file) : OldWord.Lines(PackageGate.Inspect(file, PackageKind.Word));
        if (FileSignature.IsOle(start))
            throw ImportException.OldWord(fileName);
        if (FileSignature.NameOf(start) is { } kind)
            throw kind is "pdf" or "picture" ? ImportException.Picture(fileName) : ImportException.Unknown(fileName);

        return OldText.Lines(TextOf(file, fileName));
    }

    // UTF-8, UTF-16 by its mark, or what Windows wrote before; a zero byte is no text.
    private static string TextOf(ReadOnlyMemory<byte> file, string fileName)
    {
        var bytes = file.ToArray();
        if (bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
            return (bytes[0] == 0xFF ? Encoding.Unicode : Encoding.BigEndianUnicode).GetString(bytes).TrimStart('\uFEFF');
        if (bytes.Length == 0 || bytes.Contains((byte)0))
            throw ImportException.Unknown(fileName);

        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            return Encoding.Latin1.GetString(bytes).Replace('\u0096', '–').Replace('\u0084', '„').Replace('\u0093', '“').Replace('\u0080', '€');
        }
    }

    private sealed class Importing(IReadOnlyList<OldLine> lines, string fileName, ImportSettings settings)
    {
        private const string RestNumber = "Rest";

        private readonly List<Finding> questions = [];
        private readonly List<ImportNote> understood = [];
        private readonly string? order = VoteFinder.OrderOf(lines);
        private int resolutions;
        private int actions;

        public ImportedMinutes Run()
        {
            var parts = ItemFinder.Find(lines);
            var head = new HeadFinder(questions);
            head.Read(parts.Head, lines, fileName);
            var date = settings.Date ?? head.Date ?? throw ImportException.NoDate(fileName);
            var used = new HashSet<OldLine>(head.Used);
            var people = PeopleFinder.Find(lines, settings.District, name => settings.Find(name, date), used);
            var others = ((string?[])[head.Chair, head.MinuteTaker]).OfType<string>().Concat(PeopleFinder.Addressed(lines)).Concat(PeopleFinder.Mentioned(lines));
            var tasks = new ActionFinder(new KnownPeople(people, others, lines), new Deadlines(date, Deadlines.NextMeeting(lines, date)), questions);
            var items = parts.Items.Select((item, index) => Item(item, index, tasks)).ToList();
            var rest = parts.Head.Where(line => !used.Contains(line)).ToList();
            if (rest.Count > 0)
                items.Add(Rest(rest, items.Count));

            Note(head, date, people, parts);
            AskAbout(parts, people);
            var minutes = CanonicalMinutes.Of(new Minutes
            {
                Schema = Minutes.Format,
                Id = MinutesId.Parse($"{settings.District[..Math.Min(settings.District.Length, 20)]}-{date:yyyy-MM-dd}", null),
                District = settings.District,
                Board = settings.Board,
                Kind = KindOf(),
                Number = head.Number ?? string.Create(CultureInfo.InvariantCulture, $"{date:yyyy-MM-dd}"),
                Date = date,
                Start = head.Start,
                End = head.End,
                Place = Clean(head.Place),
                Form = FormOf(head.Place),
                Record = RecordKind.Results,
                Chair = head.Chair,
                MinuteTaker = head.MinuteTaker,
                Boards = [new ParticipatingBoard(settings.District, head.Chair, null)],
                Attendance = people,
                Items = items,
                Approval = Approval.Draft,
                Version = new MinutesVersion(1, null),
            });
            return new ImportedMinutes(minutes, understood, [.. rest.Select(line => new ImportNote(line.Place, "text", line.Text))], questions);
        }

        private AgendaItem Item(OldItem old, int index, ActionFinder tasks)
        {
            understood.Add(new ImportNote(old.Place, "item", $"TOP {old.Number} {old.Title}"));
            var place = $"TOP {old.Number}";
            var votes = VoteFinder.Find(old.Lines, order, old.Title);
            foreach (var vote in votes)
            {
                understood.Add(new ImportNote(vote.Place, "resolution", vote.Wording));
                if (vote.Vote?.Question is { } contradiction)
                    questions.Add(new Finding("V6", Severity.Error, place, contradiction, new Bilingual("Abstimmung im neuen Protokoll berichtigen.", "Correct the vote in the new minutes.")));
                else if (vote.Vote is null && vote.Outcome != Outcome.Deferred)
                    questions.Add(Hint("V7", place, $"Zu »{Short(vote.Wording)}« steht keine Abstimmung.", $"\"{Short(vote.Wording)}\" has no vote.", "Ergebnis prüfen.", "Check the outcome."));
                else if (vote.Vote is { IsPartial: true })
                    questions.Add(Hint("V7", place, $"Zu »{Short(vote.Wording)}« ist nur ein Teil der Zahlen genannt.", $"\"{Short(vote.Wording)}\" names only some figures.", "Ja und Nein eintragen, wenn sie bekannt sind.", "Enter yes and no where they are known."));
            }

            // What was rejected or put off is nobody's task.
            var found = tasks.Find(old.Lines).Where(action => !votes.Any(vote => vote.Outcome is Outcome.Rejected or Outcome.Deferred && vote.Wording.Contains(action.What, StringComparison.Ordinal))).ToList();
            understood.AddRange(found.Select(action => new ImportNote(action.Place, "action", action.Who is null ? action.What : $"{action.Who}: {action.What}")));
            return new AgendaItem
            {
                Id = EntryId.Parse($"t{index + 1}", null),
                Number = old.Number,
                Title = Clean(old.Title)!,
                Audience = Audience.Board,
                Status = old.Lines.Any(line => Postponed(line.Text)) ? ItemStatus.Postponed : ItemStatus.DealtWith,
                Text = Blocks(old.Lines),
                Resolutions = [.. votes.Select(vote => new Resolution
                {
                    Id = EntryId.Parse($"r{++resolutions}", null),
                    Number = vote.Number ?? $"B {resolutions}",
                    Wording = Clean(vote.Wording)!,
                    Audience = Audience.Board,
                    Vote = vote.Vote?.ToVote(),
                    Outcome = vote.Outcome,
                })],
                Actions = [.. found.Select(action => new ActionItem(EntryId.Parse($"a{++actions}", null), Clean(action.What)!, Clean(action.Who), action.Due, ActionState.Open, null, Audience.Board))],
            };
        }

        private static AgendaItem Rest(List<OldLine> rest, int index) => new()
        {
            Id = EntryId.Parse($"t{index + 1}", null),
            Number = RestNumber,
            Title = "Nicht zugeordnet",
            Audience = Audience.Board,
            Status = ItemStatus.DealtWith,
            Text = Blocks(rest),
        };

        // All words of the old file stay, also those that became a resolution or a task.
        private static List<TextBlock> Blocks(IReadOnlyList<OldLine> lines)
        {
            var blocks = new List<TextBlock>();
            foreach (var line in lines)
            {
                var text = line.Who is null && line.Due is null ? line.Text : $"{line.Text} ({string.Join(", ", ((string?[])[line.Who, line.Due]).OfType<string>())})";
                IReadOnlyList<TextRun> runs = [new TextRun(Clean(text)!)];
                if (line.IsListed && blocks is [.., TextList list])
                    blocks[^1] = list with { Items = [.. list.Items, runs] };
                else
                    blocks.Add(line.IsListed ? new TextList(line.IsNumbered, [runs]) : line.HeadingLevel > 0 ? new TextHeading(1, runs) : new TextParagraph(runs));
            }

            return blocks;
        }

        // A sign of the marks would be taken for a mark; here everything stays in the board anyway.
        private static string? Clean(string? text) => text is null ? null : InternalSigns.Without(text) is { } plain && !string.IsNullOrWhiteSpace(plain) ? plain : "–";

        private void Note(HeadFinder head, DateOnly date, IReadOnlyList<Attendee> people, OldParts parts)
        {
            var values = new (string Name, string? Value)[]
            {
                ("Datum", $"{date:dd.MM.yyyy}"), ("Beginn", head.Start?.ToString("HH:mm", CultureInfo.InvariantCulture)), ("Ende", head.End?.ToString("HH:mm", CultureInfo.InvariantCulture)),
                ("Ort", head.Place), ("Sitzungsleitung", head.Chair), ("Protokollführung", head.MinuteTaker), ("Sitzung Nr.", head.Number), ("TOPs erkannt an", parts.How),
            };
            understood.InsertRange(0, values.Where(value => value.Value is not null).Select(value => new ImportNote("Kopf", "head", $"{value.Name}: {value.Value}")));
            understood.AddRange(people.Select(person => new ImportNote("Teilnahme", "person", person.Name)));
        }

        private void AskAbout(OldParts parts, IReadOnlyList<Attendee> people)
        {
            var numbers = parts.Items.Select(item => item.Number).ToList();
            if (numbers.Distinct().Count() < numbers.Count || parts.How == "nummerierte Zeilen")
                questions.Add(Hint("V8", "Tagesordnung", "Die Nummern der TOPs sind doppelt oder von selbst gezählt.", "The items' numbers are double, or counted by the program.", "Nummern mit der Einladung vergleichen.", "Compare the numbers with the invitation."));
            if (parts.How is "Wendungen des Textes" or "Absätze")
                questions.Add(Hint("V8", "Tagesordnung", "Der Text hat keine Überschriften; die TOPs sind aus seinen Absätzen gebildet.", "The text has no headings; the items were made of its paragraphs.", "Aufteilung und Titel prüfen.", "Check how it is divided, and the titles."));
            if (people.Any(person => person.Person is null && person.Status != AttendanceStatus.Guest))
                questions.Add(Hint("V3", "Teilnahme", "Nicht alle Namen stehen in der Partnerschaftsdatei; ihr Stimmrecht ist offen.", "Not all names stand in the partnership file; their right to vote is open.", "Spalte »Stimmrecht« prüfen.", "Check the column \"Stimmrecht\"."));
        }

        private MeetingKind KindOf()
        {
            var head = string.Join(' ', lines.Take(8).Select(line => line.Text));
            return head.Contains("Mitgliederversammlung", StringComparison.OrdinalIgnoreCase) ? MeetingKind.MembersAssembly
                : head.Contains("Kreisparteitag", StringComparison.OrdinalIgnoreCase) ? MeetingKind.DistrictConference
                : head.Contains("außerordentliche", StringComparison.OrdinalIgnoreCase) ? MeetingKind.ExtraordinaryBoardMeeting
                : MeetingKind.BoardMeeting;
        }

        private MeetingForm FormOf(string? place)
        {
            var head = string.Join(' ', lines.Take(12).Select(line => line.Text)) + place;
            bool Says(params string[] words) => words.Any(word => head.Contains(word, StringComparison.OrdinalIgnoreCase));
            return Says("hybrid") ? MeetingForm.Hybrid : Says("videokonferenz", "zoom", "online-sitzung", "per video", "jitsi", "big blue") ? MeetingForm.Online : MeetingForm.InPerson;
        }

        private static bool Postponed(string text) =>
            text.Length < 90 && (text.Contains("wird vertagt", StringComparison.OrdinalIgnoreCase) || text.Contains("wurde vertagt", StringComparison.OrdinalIgnoreCase) || text.TrimEnd('.').Equals("vertagt", StringComparison.OrdinalIgnoreCase));

        private static string Short(string text)
        {
            var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            return string.Join(' ', words.Take(5)) + (words.Length > 5 ? " …" : "");
        }

        private static Finding Hint(string rule, string place, string german, string english, string germanRemedy, string englishRemedy) =>
            new(rule, Severity.Warning, place, new Bilingual(german, english), new Bilingual(germanRemedy, englishRemedy));
    }
}
