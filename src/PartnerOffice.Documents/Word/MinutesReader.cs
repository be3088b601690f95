using System.Xml.Linq;
using PartnerOffice.Core;
using PartnerOffice.Documents.Gate;

namespace PartnerOffice.Documents.Word;

/// <summary>Reads minutes back from a Word document: from the controls and tables of the standard form, whatever the look.</summary>
public static class MinutesReader
{
    /// <summary>Reads a document that has passed the gate.</summary>
    public static MinutesReading Read(GatedPackage document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return Read(new WordSource(document));
    }

    /// <summary>Reads a document whose controls were put back in memory.</summary>
    internal static MinutesReading Read(WordSource source) => new Reading(source).Run();

    private sealed class Reading
    {
        private readonly WordSource source;
        private readonly List<Finding> findings = [];
        private readonly List<Withheld> withheld = [];
        private readonly List<XElement> items;
        private readonly List<XElement> boards;
        private readonly ControlValues values;

        // Days without a year are near it.
        private DateOnly? meeting;

        public Reading(WordSource source)
        {
            this.source = source;
            items = Blocks(Tags.ItemPrefix);
            boards = Blocks(Tags.BoardPrefix);
            var single = source.Body.Descendants(W.Control)
                .Where(control => !control.AncestorsAndSelf(W.Control).Any(ancestor => ancestor.TagOf() is { } tag && (tag.StartsWith(Tags.ItemPrefix, StringComparison.Ordinal) || tag.StartsWith(Tags.BoardPrefix, StringComparison.Ordinal))))
                .Concat(source.Margins.SelectMany(margin => margin.Descendants(W.Control)));
            values = new ControlValues(source, single, findings);
        }

        public MinutesReading Run()
        {
            ReportOpenWork();
            foreach (var tag in values.Marked)
                findings.Add(Marks.MarkedValue(tag));

            var minutes = Minutes();
            if (minutes is not null)
            {
                try
                {
                    minutes = CanonicalMinutes.Of(minutes);
                }
                catch (MinutesFormatException wrong)
                {
                    findings.Add(new Finding("V1", Severity.Error, wrong.Place, wrong.Problem, wrong.Remedy));
                    minutes = null;
                }
            }

            return new MinutesReading(minutes, findings, [.. withheld, .. source.LeftBehind.Where(entry => !withheld.Any(said => said.Reason == entry.Reason))], source.People);
        }

        private void ReportOpenWork()
        {
            if (source.OpenChanges is > 0 and var changes)
            {
                findings.Add(new Finding(
                    "V18",
                    Severity.Error,
                    "Dokument",
                    new Bilingual($"Im Dokument stehen noch {changes} nachverfolgte Änderungen.", $"The document still has {changes} tracked changes."),
                    new Bilingual("Erst annehmen oder ablehnen, dann teilen.", "Accept or reject them first, then share.")));
            }

            findings.AddRange(new InvisibleText(source).Find());
            if (source.HasComments)
            {
                findings.Add(new Finding(
                    "V18",
                    Severity.Error,
                    "Dokument",
                    new Bilingual("Im Dokument stehen noch Kommentare.", "The document still has comments."),
                    new Bilingual("Kommentare erledigen und löschen, dann teilen.", "Settle and delete the comments, then share.")));
            }
        }

        private Minutes? Minutes()
        {
            if (items.Count == 0 && !values.Has(Tags.MinutesId))
            {
                findings.Add(new Finding(
                    "V1",
                    Severity.Error,
                    "Dokument",
                    new Bilingual("Das Dokument hat keine Felder der Protokollvorlage.", "The document has no controls of the template."),
                    new Bilingual("LibreOffice nimmt die Felder beim Speichern weg: mit »minutes repair« wiederherstellen. Ein fremdes Protokoll mit »minutes import« übernehmen.", "LibreOffice drops the controls when it saves: restore them with \"minutes repair\". Take over other minutes with \"minutes import\".")));
                return null;
            }

            var id = Required(Tags.MinutesId, "Kennung des Protokolls", text => MinutesId.TryParse(text, null, out var read) ? read : (MinutesId?)null, "eine Kennung aus a-z, 0-9 und -");
            var date = RequiredDay();
            var kind = Required(Tags.Kind, "Sitzungsart", FormWords.Kinds.Read, Either(FormWords.Kinds));
            var form = Required(Tags.Form, "Form", FormWords.Forms.Read, Either(FormWords.Forms));
            var record = Required(Tags.Record, "Protokollart", FormWords.Records.Read, Either(FormWords.Records));
            var district = values.Text(Tags.District, "Kreisverband");
            var number = values.Text(Tags.Number, "Sitzung Nr.");
            foreach (var (text, place) in ((string?, string)[])[(district, "Kreisverband"), (number, "Sitzung Nr.")])
            {
                if (text is null)
                    findings.Add(ControlValues.Missing(place));
            }

            var interruptions = FormText.ReadInterruptions(values.Text(Tags.Interruptions, "Unterbrechung"));
            if (interruptions is null)
                findings.Add(ControlValues.Unreadable("Unterbrechung", values.Text(Tags.Interruptions, "Unterbrechung")!, "eine Spanne wie 20:15–20:25 Uhr"));

            var chair = values.Text(Tags.Chair, "Sitzungsleitung");
            var names = BoardNames.In(source);
            var agendaItems = new ItemReader(source, findings, withheld, meeting, names).Read(items);
            var tables = new FormTables(source, findings, district ?? "", agendaItems, meeting, names);
            var approval = Approval();
            findings.AddRange(new TextOutside(source, items).Find());

            // Everything was read before anything is given up, so that all findings come at once.
            if (id is null || date is null || kind is null || form is null || record is null || district is null || number is null)
                return null;

            return new Minutes
            {
                Schema = Core.Minutes.Format,
                Id = id.Value,
                District = district,
                Board = values.Text(Tags.Board, "Gremium") ?? "",
                Kind = kind.Value,
                Number = number,
                Date = date.Value,
                EndDate = Date(Tags.EndDate, "Letzter Tag"),
                Start = Time(Tags.Start, "Beginn"),
                End = Time(Tags.End, "Ende"),
                Interruptions = interruptions ?? [],
                Place = values.Text(Tags.Place, "Ort"),
                Form = form.Value,
                Record = record.Value,
                Invitation = NullIfEmpty(new Invitation(
                    Date(Tags.InvitationSentOn, "Einladung"),
                    values.Value(Tags.InvitationInTime, "Frist eingehalten", text => FormWords.YesNo.Read(text), "ja oder nein"),
                    values.Text(Tags.InvitationReason, "Grund der Abweichung"),
                    values.Text(Tags.InvitationHow, "Einladung"))),
                Chair = chair,
                MinuteTaker = values.Text(Tags.MinuteTaker, "Protokollführung"),
                Boards = [.. boards.Select(block => Board(block, chair))],
                Attendance = tables.Attendance(source.Body),
                Agenda = NullIfEmpty(new Agenda(values.Text(Tags.AgendaChanges, "Änderungen der Tagesordnung"), Vote(Tags.AgendaAdopted, "Beschluss der Tagesordnung"))),
                Circulation = tables.Circulation(source.Body),
                FollowUps = tables.FollowUps(source.Body),
                Items = agendaItems,
                Attachments = tables.Attachments(source.Body),
                Next = NullIfEmpty(new NextMeeting(Date(Tags.NextDate, "Nächste Sitzung"), Time(Tags.NextStart, "Nächste Sitzung"), values.Text(Tags.NextPlace, "Nächste Sitzung"))),
                Issued = NullIfEmpty(new Issued(values.Text(Tags.IssuedPlace, "Ausgefertigt"), Date(Tags.IssuedDate, "Ausgefertigt"))),
                Signatures = tables.Signatures(source.Body),
                Original = NullIfEmpty(new SignedOriginal(Date(Tags.OriginalSignedOn, "Unterschrieben am"), values.Text(Tags.OriginalKept, "Original liegt"))),
                Approval = approval,
                Version = new MinutesVersion(
                    values.Value(Tags.VersionNumber, "Fassung", FormText.ReadNumber, "eine Zahl") ?? 1,
                    values.Text(Tags.VersionNote, "Änderung"))
                {
                    Replaces = values.Value(Tags.VersionReplaces, "Ersetzt Fassung", FormText.ReadNumber, "eine Zahl"),
                },
                Distribution = Lines(Tags.Distribution),
            };
        }

        private Approval Approval()
        {
            var by = new ApprovedBy(values.Text(Tags.ApprovedByItem, "Genehmigt unter TOP"), Vote(Tags.ApprovedByVote, "Abstimmung über die Genehmigung"));
            return new Approval(
                values.Value(Tags.ApprovalState, "Stand", FormWords.ApprovalStates.Read, Either(FormWords.ApprovalStates)) ?? ApprovalState.Draft,
                values.Text(Tags.ReleasedBy, "Freigegeben"),
                values.Value(Tags.ReleasedAt, "Freigegeben", text => FormText.ReadMoment(text), "17.07.2026, 18:20 Uhr (+02:00)"),
                Date(Tags.ApprovedOn, "Genehmigt am"),
                values.Value(Tags.ApprovedIn, "In der Sitzung", text => MinutesId.TryParse(text, null, out var read) ? read : (MinutesId?)null, "die Kennung eines Protokolls"),
                by is { Item: null, Vote: null } ? null : by);
        }

        private ParticipatingBoard Board(XElement block, string? chair)
        {
            var own = new ControlValues(source, block.Descendants(W.Control), findings);
            var quorum = new Quorum(
                own.Value(Tags.QuorumElected, "Beschlussfähigkeit", FormText.ReadNumber, "eine Zahl"),
                own.Value(Tags.QuorumRequired, "Beschlussfähigkeit", FormText.ReadNumber, "eine Zahl"),
                own.Value(Tags.QuorumPresent, "Beschlussfähigkeit", FormText.ReadNumber, "eine Zahl"),
                own.Value(Tags.QuorumEstablished, "Beschlussfähigkeit", text => FormWords.YesNo.Read(text), "ja oder nein"),
                own.Text(Tags.QuorumEstablishedBy, "Beschlussfähigkeit"),
                own.Value(Tags.QuorumEstablishedAt, "Beschlussfähigkeit", SpokenTime.Read, "eine Uhrzeit wie 19:02 Uhr"));
            return new ParticipatingBoard(
                block.TagOf()![Tags.BoardPrefix.Length..],
                own.Has(Tags.BoardChair) ? own.Text(Tags.BoardChair, "Leitung") : chair,
                quorum == new Quorum(null, null, null, null, null, null) ? null : quorum);
        }

        private List<XElement> Blocks(string prefix) =>
            [.. source.Body.Descendants(W.Control).Where(control => control.TagOf()?.StartsWith(prefix, StringComparison.Ordinal) == true)];

        private T? Required<T>(string tag, string name, Func<string, T?> read, string expected)
            where T : struct
        {
            if (values.Text(tag, name) is null)
                findings.Add(ControlValues.Missing(name));
            return values.Value(tag, name, read, expected);
        }

        private DateOnly? RequiredDay()
        {
            if (values.Text(Tags.Date, "Datum") is null)
                findings.Add(ControlValues.Missing("Datum"));
            return meeting = values.Value(Tags.Date, "Datum", text => SpokenDate.Read(text), "ein Datum wie 14.07.2026");
        }

        private DateOnly? Date(string tag, string name) => values.Value(tag, name, text => SpokenDate.Read(text, meeting), "ein Datum wie 14.07.2026");

        private TimeOnly? Time(string tag, string name) => values.Value(tag, name, SpokenTime.Read, "eine Uhrzeit wie 19:00 Uhr");

        private Vote? Vote(string tag, string name)
        {
            var text = values.Text(tag, name);
            const string Expected = "eine Abstimmung wie »4 Ja, 0 Nein, 1 Enthaltung, 0 ungültig (offen)«";
            if (!VoteText.TryRead(text, out var vote, out var question))
                findings.Add(ControlValues.Unreadable(name, text!, Expected));
            else if (question is not null)
                findings.Add(ControlValues.Asked(name, question, Expected));
            return vote;
        }

        private List<string> Lines(string tag)
        {
            var reader = new LineReader(source, _ => { });
            return [.. source.Body.Descendants(W.Control)
                .Where(control => control.TagOf() == tag)
                .Take(1)
                .SelectMany(control => control.Descendants(W.Paragraph))
                .Select(paragraph => FormText.Optional(reader.Text(paragraph)))
                .OfType<string>()];
        }

        private static string Either<T>(WordTable<T> words)
            where T : struct => string.Join(", ", words.Words);

        private static Invitation? NullIfEmpty(Invitation invitation) => invitation == new Invitation(null, null, null, null) ? null : invitation;

        private static Agenda? NullIfEmpty(Agenda agenda) => agenda == new Agenda(null, null) ? null : agenda;

        private static NextMeeting? NullIfEmpty(NextMeeting next) => next == new NextMeeting(null, null, null) ? null : next;

        private static SignedOriginal? NullIfEmpty(SignedOriginal original) => original == new SignedOriginal(null, null) ? null : original;

        private static Issued? NullIfEmpty(Issued issued) => issued == new Issued(null, null) ? null : issued;
    }
}
