using System.Globalization;
using System.Xml.Linq;
using PartnerOffice.Core;
using PartnerOffice.Documents.Word;
using static PartnerOffice.Documents.Edition.Html;

namespace PartnerOffice.Documents.Edition;

/// <summary>Lays the edition out as one page, in the order of the document.</summary>
internal sealed class PreviewPage(PartnerEdition edition, Language language)
{
    public static readonly Lazy<string> Style = new(ReadStyle);

    private readonly Minutes minutes = edition.Content;
    private readonly BoardNames boards = BoardNames.Of(edition.Content, EditionRenderer.DistrictsOf(edition));
    private readonly PreviewNotes notes = new(edition, language);
    private readonly PreviewText text = new(new Bilingual("Zurückgehalten:", "Withheld:").In(language));

    public XElement Root()
    {
        var title = string.Create(CultureInfo.InvariantCulture, $"Protokoll {minutes.Number} vom {minutes.Date:dd.MM.yyyy} – Partnerfassung");
        return El(
            "html",
            At("lang", "de"),
            El(
                "head",
                El("meta", At("charset", "utf-8")),
                El("meta", At("name", "viewport"), At("content", "width=device-width, initial-scale=1")),
                El("meta", At("http-equiv", "Content-Security-Policy"), At("content", "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'")),
                El("meta", At("name", "referrer"), At("content", "no-referrer")),
                El("meta", At("name", "robots"), At("content", "noindex")),
                El("title", title),
                El("style", Style.Value)),
            El("body", Head(title), Contents(), El("main", Sections())));
    }

    private XElement Head(string title) => El(
        "header",
        El("p", At("class", "how"), Say("So liest es der Partner. Was zurückgehalten wurde, ist markiert; die Worte selbst stehen hier nicht.", "This is what the partner reads. What was withheld is marked; its words are not here.")),
        El("p", At("class", "district"), edition.Frame.DistrictName),
        El("h1", title),
        El("p", $"{minutes.Board}. {EditionStanding.Of(edition)}."),
        El("p", At("class", "use"), edition.Frame.Use));

    private XElement Contents() => El(
        "nav",
        At("aria-label", Say("Tagesordnung", "Agenda")),
        El("ol", minutes.Items.Select(item => El("li", El("a", At("href", "#" + Anchor(item)), $"TOP {item.Number} {item.Title}")))));

    private IEnumerable<XElement?> Sections() =>
    [
        Section(Say("Sitzung", "Meeting"), Facts(), notes.ForAll("Ort", "Einladung", "Sitzungsleitung", "Protokollführung", "Beschlussfähigkeit")),
        Section(Say("Teilnahme", "Attendance"), Attendance(), notes.For("Teilnahme")),
        Rows(Say("Umlaufbeschlüsse", "Circulated resolutions"), minutes.Circulation.Select(Circulated), notes.ForAll("Umlaufbeschluss")),
        Rows(Say("Aufgabenkontrolle", "Follow-ups"), minutes.FollowUps.Select(followUp => Facts(("Aufgabe", followUp.Of), ("Stand", FormWords.ActionStates[followUp.State]), ("Bemerkung", followUp.Note))), notes.For("Aufgabenkontrolle")),
        notes.For("Tagesordnung"),
        .. minutes.Items.Select(Item),
        Rows(Say("Anlagen", "Attachments"), minutes.Attachments.Select(attachment => Facts(($"Anlage {attachment.Number}", attachment.Title), ("Datei", attachment.File))), notes.ForAll("Anlage")),
        Section(Say("Schluss", "End"), End(), notes.ForAll("Unterschriften", "Verteiler")),
        Rest(),
    ];

    private XElement? Rest() => notes.Rest() is { } rest ? Section(Say("Außerdem nicht dabei", "Also not included"), rest) : null;

    private static XElement? Rows(string title, IEnumerable<XElement> rows, XElement? withheld)
    {
        var all = rows.ToList();
        return all.Count == 0 && withheld is null ? null : Section(title, [.. all, withheld]);
    }

    private static XElement Section(string title, params IEnumerable<object?> content) => El("section", El("h2", title), content);

    private XElement Facts() => Facts(
        ("Art", FormWords.Kinds[minutes.Kind]),
        ("Datum", FormText.DateWithWeekday(minutes.Date)),
        ("Letzter Tag", minutes.EndDate is null ? null : FormText.Date(minutes.EndDate)),
        ("Beginn", FormText.Optional(FormText.Time(minutes.Start))),
        ("Ende", FormText.Optional(FormText.Time(minutes.End))),
        ("Ort", minutes.Place),
        ("Form", FormWords.Forms[minutes.Form]),
        ("Einladung", minutes.Invitation is { } invitation ? string.Join(", ", ((string?[])[FormText.Optional(FormText.Date(invitation.SentOn)), invitation.How, invitation.Reason]).OfType<string>()) : null),
        ("Sitzungsleitung", minutes.Chair),
        ("Protokollführung", minutes.MinuteTaker),
        ("Beschlussfähigkeit", string.Join(" · ", minutes.Boards.Where(board => board.Quorum is not null).Select(board => Quorum(board.Quorum!)))),
        ("Tagesordnung", string.Join(" · ", ((string?[])[minutes.Agenda?.Changes, FormText.Optional(VoteText.Write(minutes.Agenda?.Adopted))]).OfType<string>())));

    private static string Quorum(Quorum quorum) =>
        $"{FormText.Number(quorum.Present)} von {FormText.Number(quorum.Elected)} anwesend, erforderlich {FormText.Number(quorum.Required)}{(quorum.Established is { } established ? established ? ", beschlussfähig" : ", nicht beschlussfähig" : "")}";

    private XElement Attendance() => El(
        "ul",
        minutes.Attendance.Select(attendee => El("li", text.Line(attendee.Name), $" – {string.Join(", ", ((string?[])[attendee.Function, FormWords.Attendance[attendee.Status], attendee.Voting ? "stimmberechtigt" : null, .. attendee.Intervals.Select(FormText.Interval)]).OfType<string>())}")),
        El("li", $"Entschuldigt: {edition.Absences.Excused}, unentschuldigt: {edition.Absences.Unexcused}"));

    private XElement Item(AgendaItem item)
    {
        var withheld = notes.For($"TOP {item.Number}");
        return El(
            "section",
            At("id", Anchor(item)),
            El("h2", $"TOP {item.Number} ", text.Line(item.Title)),
            item.Status == ItemStatus.DealtWith ? null : El("p", At("class", "status"), FormWords.Statuses[item.Status]),
            item.PartnerNote is { } note ? El("p", At("class", "note"), El("b", "Hinweis für den Partner: "), text.Line(note)) : null,
            text.Of(item.Text),
            item.Resolutions.Select(Resolution),
            item.Elections.Select(Election),
            (item.Statements ?? []).Select(statement => El("blockquote", El("p", text.Line(statement.Text)), El("footer", text.Line(statement.Name)))),
            item.Actions.Select(action => Facts(($"Aufgabe {action.Id}", action.What), ("Zuständig", action.Who), ("Fällig", action.Due is null ? "laufend" : FormText.Date(action.Due)), ("Stand", FormWords.ActionStates[action.State]))),
            withheld);
    }

    private XElement Resolution(Resolution resolution) => El(
        "div",
        At("class", "resolution"),
        El("h3", $"Beschluss {resolution.Number}"),
        El("p", At("class", "wording"), text.Line(resolution.Wording)),
        Facts(
        [
            ("Antrag von", resolution.Mover),
            .. resolution.Votes is { } votes
                ? [.. votes.Select(vote => ($"Kreisvorstand {boards.NameOf(vote.District)}", (string?)VoteOf(vote))), (JointOutcomeText.Label, JointOutcomeText.Of(votes, boards))]
                : ((string, string?)[])[("Abstimmung", FormText.Optional(VoteText.Write(resolution.Vote))), ("Ergebnis", FormWords.Outcomes[resolution.Outcome])],
            ("anwesend", resolution.Present?.ToString(CultureInfo.InvariantCulture)),
            .. ResolutionDetails.Of(resolution, NumberOf).Select(Detail),
        ]));

    private static string VoteOf(BoardVote vote) => string.Join(", ", ((string?[])[vote.Number, FormText.Optional(VoteText.Write(vote.Vote)), FormWords.Outcomes[vote.Outcome]]).OfType<string>());

    private XElement Election(Election election) => El(
        "div",
        At("class", "resolution"),
        El("h3", "Wahl: ", text.Line(election.Office)),
        Facts(
        [
            .. election.Candidates.Select(candidate => (candidate.Name, (string?)$"{FormText.Number(candidate.Yes)} Ja, {FormText.Number(candidate.No)} Nein, {FormText.Number(candidate.Abstained)} Enthaltung")),
            ("Wahl", FormWords.ElectionModes[election.Mode]),
            ("Gewählt", string.Join(", ", election.Elected)),
            ("Angenommen", election.Accepted is { } accepted ? FormWords.YesNo[accepted] : null),
        ]));

    private XElement Circulated(CirculationResolution circulated) => Facts(
        ($"Umlaufbeschluss {circulated.Number}", circulated.Subject),
        ("Wortlaut", circulated.Wording),
        ("Gefasst am", FormText.Optional(FormText.Date(circulated.DecidedOn))),
        ("Abstimmung", FormText.Optional(VoteText.Write(circulated.Vote))),
        ("Ergebnis", FormWords.Outcomes[circulated.Outcome]));

    private XElement End() => Facts(
    [
        ("Nächste Sitzung", minutes.Next is { } next ? string.Join(", ", ((string?[])[FormText.Optional(FormText.Date(next.Date)), FormText.Optional(FormText.Time(next.Start)), next.Place]).OfType<string>()) : null),
        ("Ausgefertigt", minutes.Issued is { } issued ? string.Join(", ", ((string?[])[issued.Place, FormText.Optional(FormText.Date(issued.Date))]).OfType<string>()) : null),
        .. minutes.Signatures.Select(signature => (FormWords.SignatureRoles[signature.Role], (string?)signature.Name)),
        ("Fassung", minutes.Version.Note is { } why ? $"{minutes.Version.Number}: {why}" : FormText.Number(minutes.Version.Number)),
        ("Verteiler", string.Join(", ", minutes.Distribution)),
    ]);

    // A list of terms stays readable where a table would not fit.
    private XElement Facts(params IEnumerable<(string Term, string? Value)> facts) => El(
        "dl",
        facts.Where(fact => !string.IsNullOrWhiteSpace(fact.Value)).Select(fact => El("div", El("dt", text.Line(fact.Term)), El("dd", text.Line(fact.Value)))));

    private static (string Term, string? Value) Detail(string line) => line.IndexOf(": ", StringComparison.Ordinal) is > 0 and var colon ? (line[..colon], line[(colon + 2)..]) : (line, null);

    private string NumberOf(EntryId resolution) => minutes.Items.SelectMany(item => item.Resolutions).First(other => other.Id == resolution).Number;

    private static string Anchor(AgendaItem item) => $"top-{item.Id}";

    // The rules hold no angle bracket and no ampersand: inside a style element HTML would not undo their escape.
    private static string ReadStyle()
    {
        using var stream = typeof(PreviewPage).Assembly.GetManifestResourceStream("Preview.css")
            ?? throw new InvalidOperationException("The library was built without Preview.css.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private string Say(string german, string english) => new Bilingual(german, english).In(language);
}
