using PartnerOffice.Core;

namespace PartnerOffice.Tests.Support.Canaries;

/// <summary>Plants words in each place of the minutes themselves that the partner may not read.</summary>
internal static class MinutesCanaries
{
    public static IReadOnlyList<MinutesCanary> All { get; } =
    [
        Board("title of the board's item", (item, c) => item with { Title = c }),
        Board("paragraph of the board's item", (item, c) => item with { Text = [.. item.Text, Paragraph(c)] }),
        Board("heading of the board's item", (item, c) => item with { Text = [new TextHeading(1, [new TextRun(c)])] }),
        Board("list of the board's item", (item, c) => item with { Text = [new TextList(true, [[new TextRun(c)]])] }),
        Board("table of the board's item", (item, c) => item with { Text = [new TextTable([[[new TextRun("Kopf")]], [[new TextRun(c)]]])] }),
        Board("resolution of the board's item", (item, c) => item with { Resolutions = [.. item.Resolutions, Resolution(c) with { Minority = c + " Minderheit" }] }),
        Board("action of the board's item", (item, c) => item with { Actions = [Action(c)] }),
        Board("office voted on in the board's item", (item, c) => item with { Elections = [Election(c)] }),
        Board("statement in the board's item", (item, c) => item with { Statements = [new Statement("Clara Probe", c, Audience.Board)] }),
        Board("title of an item that nobody decided about", (item, c) => item with { Title = c, Audience = Audience.Undecided }),

        Partner("passage of an item", (item, c) => item with { Text = [.. item.Text, new InternalPassage([Paragraph(c)])] }),
        Partner("list in a passage", (item, c) => item with { Text = [.. item.Text, new InternalPassage([new TextList(false, [[new TextRun(c)]])])] }),
        Partner("table in a passage", (item, c) => item with { Text = [.. item.Text, new InternalPassage([new TextTable([[[new TextRun("Kopf")]], [[new TextRun(c)]]])])] }),
        Partner("words within a paragraph", (item, c) => item with { Text = [.. item.Text, new TextParagraph([new TextRun("Davor "), new TextRun(c) { Internal = true }, new TextRun(" danach.")])] }),
        Partner("words within a point of a list", (item, c) => item with { Text = [.. item.Text, new TextList(false, [[new TextRun("Punkt "), new TextRun(c) { Internal = true }]])] }),
        Partner("words within a cell", (item, c) => item with { Text = [.. item.Text, new TextTable([[[new TextRun("Kopf")]], [[new TextRun("Zelle "), new TextRun(c) { Internal = true }]]])] }),
        Partner("words in three formats", (item, c) => item with { Text = [.. item.Text, new TextParagraph([new TextRun("Davor "), new TextRun(c[..3]) { Internal = true, Bold = true }, new TextRun(c[3..6]) { Internal = true, Italic = true }, new TextRun(c[6..]) { Internal = true }])] }),
        Partner("resolution for the board", (item, c) => item with { Resolutions = [.. item.Resolutions, Resolution(c)] }),
        Partner("resolution that nobody decided about", (item, c) => item with { Resolutions = [.. item.Resolutions, Resolution(c) with { Audience = Audience.Undecided }] }),
        Partner("action for the board", (item, c) => item with { Actions = [.. item.Actions, Action(c)] }),
        Partner("election for the board", (item, c) => item with { Elections = [Election(c)] }),
        Partner("statement for the board", (item, c) => item with { Statements = [new Statement("Clara Probe", c, Audience.Board)] }),
        Partner("reason why somebody took no part", (item, c) => item with { Resolutions = [.. item.Resolutions, Resolution("Der Beschluss gilt ab sofort.") with { Audience = Audience.Partner, Excluded = [new Exclusion("Dirk Vorlage", c)] }] }),

        new("title of an attachment for the board", (minutes, c) => minutes with { Attachments = [.. minutes.Attachments, new Attachment("9", c, null, null, Audience.Board)] }),
        new("file of an attachment for the board", (minutes, c) => minutes with { Attachments = [.. minutes.Attachments, new Attachment("9", "Anlage des Vorstands", c + ".pdf", null, Audience.Board)] }),
        new("subject of a circulated resolution", (minutes, c) => minutes with { Circulation = [.. minutes.Circulation, new CirculationResolution("U 2026-09", c, "Der Vorstand stimmt zu.", null, null, Outcome.Adopted, Audience.Board)] }),
        new("wording of a circulated resolution", (minutes, c) => minutes with { Circulation = [.. minutes.Circulation, new CirculationResolution("U 2026-09", "Personalfrage des Vorstands", c, null, null, Outcome.Adopted, Audience.Board)] }),
        new("note of a follow-up", (minutes, c) => minutes with { FollowUps = [.. minutes.FollowUps, new FollowUp("steinfurt-2026-06/a9", ActionState.Open, c, Audience.Board)] }),
        new("street of the place", (minutes, c) => minutes with { Place = $"{c}straße 12, 48565 Steinfurt" }),
        new("address in the invitation", (minutes, c) => minutes with { Invitation = minutes.Invitation! with { How = $"E-Mail an {c}@example.org" } }),

        Name("name of a member who is excused", (minutes, c) => minutes with { Attendance = [.. minutes.Attendance.Where(one => one.Status != AttendanceStatus.Excused), new Attendee(null, c, null, "steinfurt", AttendanceStatus.Excused, true, [])] }),
        Name("name of a guest in the list", (minutes, c) => minutes with { Attendance = [.. minutes.Attendance, new Attendee(null, c, "Referat", "steinfurt", AttendanceStatus.Guest, false, [])] }),
        Name("name of a guest in a text", (minutes, c) => AtItem(minutes with { Attendance = [.. minutes.Attendance, new Attendee(null, c, "Referat", "steinfurt", AttendanceStatus.Guest, false, [])] }, Audience.Partner, item => item with { Text = [.. item.Text, Paragraph($"Der Vorschlag von {c} liegt vor.")] })),
        Name("name of somebody nobody knows, as mover", (minutes, c) => AtItem(minutes, Audience.Partner, item => item with { Resolutions = [.. item.Resolutions, Resolution("Der Beschluss gilt ab sofort.") with { Audience = Audience.Partner, Mover = c }] })),
        Name("name of somebody nobody knows, for an action", (minutes, c) => AtItem(minutes, Audience.Partner, item => item with { Actions = [.. item.Actions, Action("Stühle stellen") with { Audience = Audience.Partner, Who = c }] })),
        Name("name of a candidate nobody knows", (minutes, c) => AtItem(minutes, Audience.Partner, item => item with { Elections = [Election("Kassenprüfung") with { Audience = Audience.Partner, Candidates = [new Candidate(c, 3, 0, 1)], Elected = [c] }] })),
        Name("name of somebody who made a statement", (minutes, c) => AtItem(minutes, Audience.Partner, item => item with { Statements = [new Statement(c, "Dem war nicht so.", Audience.Partner)] })),
    ];

    private static MinutesCanary Board(string place, Func<AgendaItem, string, AgendaItem> plant) => new(place, (minutes, c) => AtItem(minutes, Audience.Board, item => plant(item, c)));

    private static MinutesCanary Partner(string place, Func<AgendaItem, string, AgendaItem> plant) => new(place, (minutes, c) => AtItem(minutes, Audience.Partner, item => plant(item, c)));

    private static MinutesCanary Name(string place, Func<Minutes, string, Minutes> plant) => new(place, plant) { IsName = true };

    private static Minutes AtItem(Minutes minutes, Audience audience, Func<AgendaItem, AgendaItem> change)
    {
        var first = minutes.Items.First(item => item.Audience == audience);
        return minutes with { Items = [.. minutes.Items.Select(item => item == first ? change(item) : item)] };
    }

    private static TextParagraph Paragraph(string text) => new([new TextRun(text)]);

    private static Resolution Resolution(string wording) => new() { Id = EntryId.Parse("r99", null), Number = "B 2026-07-99", Wording = wording, Audience = Audience.Board, Outcome = Outcome.Adopted };

    private static ActionItem Action(string what) => new(EntryId.Parse("a99", null), what, null, null, ActionState.Open, null, Audience.Board);

    private static Election Election(string office) => new(office, [], ElectionMode.Open, null, null, [], null, Audience.Board);
}
