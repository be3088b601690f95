using System.Globalization;
using System.Text;
using PartnerOffice.Core;
using PartnerOffice.Documents.Import;
using Xunit;

namespace PartnerOffice.Tests.Documents.Import;

/// <summary>The turns by which boards number their items, say how they voted and who does what; each rule of the importer with words of its own.</summary>
public sealed class ImportedTurnsTests
{
    private const string Head = "Protokoll der Sitzung vom 10.03.2026\nAnwesend: Anna Beispiel (Kassiererin), Bernd Muster, Clara Probe, Dirk Vorlage\n\n";

    [Theory]
    [InlineData("Beschluss: Wir kaufen ein Zelt. (7 dafür, 1 dagegen, keine Enthaltung)", "Adopted 7/1/0 Wir kaufen ein Zelt")]
    [InlineData("Wir kaufen ein Zelt (3/6/0).", "Rejected 3/6/0 Wir kaufen ein Zelt")]
    [InlineData("Der Kauf eines Zeltes wird mit 7:2:1 Stimmen angenommen.", "Adopted 7/2/1 Der Kauf eines Zeltes")]
    [InlineData("Wir kaufen ein Zelt. [einst.]", "Unanimous - Wir kaufen ein Zelt")]
    [InlineData("Einstimmig: Wir kaufen ein neues Zelt.", "Unanimous - Wir kaufen ein neues Zelt")]
    [InlineData("Abgelehnt: Wir kaufen ein neues Zelt. (1 Ja, 4 Nein, 0 Enth.)", "Rejected 1/4/0 Wir kaufen ein neues Zelt")]
    [InlineData("Beschluss: Wir kaufen ein Zelt.\nAbstimmung: alle dafür", "Unanimous - Wir kaufen ein Zelt")]
    [InlineData("Beschluss: Wir kaufen ein Zelt.\nJa: 4\nNein: 1\nEnthaltung: 2", "Adopted 4/1/2 Wir kaufen ein Zelt")]
    [InlineData("Abgestimmt: Wir kaufen ein Zelt.\n👍 4 · 👎 1 · 🤷 2", "Adopted 4/1/2 Wir kaufen ein Zelt")]
    [InlineData("Beschluss: Wir kaufen ein Zelt. 4 ✅ 1 ❌ 2 ⚪", "Adopted 4/1/2 Wir kaufen ein Zelt")]
    [InlineData("Wir kaufen ein Zelt → +4/-1/2", "Adopted 4/1/2 Wir kaufen ein Zelt")]
    [InlineData("Beschluss: Wir kaufen ein Zelt (J 4 / N 1 / E 2)", "Adopted 4/1/2 Wir kaufen ein Zelt")]
    [InlineData("Bernd beantragt, ein Zelt zu kaufen. Nach kurzer Aussprache wird der Antrag bei einer Ja-Stimme und drei Nein-Stimmen abgelehnt.", "Rejected 1/3/0 ein Zelt zu kaufen")]
    [InlineData("Clara beantragt: „Der Verband kauft ein Zelt.“ Hierfür stimmen alle fünf Anwesenden.", "Unanimous - Der Verband kauft ein Zelt")]
    [InlineData("Der Vorstand beschließt: Es wird ein Zelt gekauft.\nDafür: 3, dagegen: 2, enthalten: 0", "Adopted 3/2/0 Es wird ein Zelt gekauft")]
    [InlineData("Der Kauf des Zeltes wird mit 4 Stimmen bei 1 Gegenstimme angenommen.", "Adopted 4/1/0 Der Kauf des Zeltes")]
    [InlineData("Der Kauf des Zeltes wird ohne Gegenstimmen bei zwei Enthaltungen beschlossen.", "Adopted - Der Kauf des Zeltes")]
    [InlineData("Beschluss: Die Wahl der Delegierten wird auf die Aprilsitzung vertagt.", "Deferred - Die Wahl der Delegierten")]
    [InlineData("Der Zeltkauf ist noch nicht spruchreif. Entscheidung vertagt auf April.", "Deferred - Der Zeltkauf ist noch nicht spruchreif")]
    [InlineData("Wir kaufen ein Zelt und zwei Bänke, 2 dafür, 4 dagegen – also nein", "Rejected 2/4/0 Wir kaufen ein Zelt")]
    [InlineData("[BESCHLUSS] Wir kaufen ein Zelt. Ergebnis: 3 Zustimmungen, 1 Ablehnung, 0 Enthaltungen.", "Adopted 3/1/0 Wir kaufen ein Zelt")]
    [InlineData("Der Preis ist noch offen.\nBeschluss: vertagt auf Mai", "Deferred - Der Preis ist noch offen")]
    [InlineData("Der Vorstand spricht sich für den Kauf eines Zeltes aus.", "Adopted - Kauf eines Zeltes")]
    [InlineData("Antrag Clara: Wir mieten ein Zelt [1|3|0] – abgelehnt", "Rejected 1/3/0 Wir mieten ein Zelt")]
    [InlineData("Der Vorstand beschließt mit 6:1:2, ein Zelt zu kaufen.", "Adopted 6/1/2 Der Vorstand beschließt mit 6:1:2, ein Zelt zu kaufen")]
    [InlineData("Die Versammlung beschloss mit 3:7:0, das Lager zu räumen.", "Rejected 3/7/0 das Lager zu räumen")]
    [InlineData("Mit 5:0:1 beschließt der Vorstand, ein Zelt zu kaufen.", "Unanimous 5/0/1 ein Zelt zu kaufen")]
    [InlineData("Der Vorstand beschließt mit 6:1:2 Stimmen: Ein Zelt wird gekauft.", "Adopted 6/1/2 Ein Zelt wird gekauft")]
    [InlineData("Wir beschließen einstimmig: Ein Zelt wird gekauft.", "Unanimous - Ein Zelt wird gekauft")]
    [InlineData("Beschluss (6 dafür, 2 dagegen, keine Enthaltung): Der Verband kauft ein Zelt.", "Adopted 6/2/0 Der Verband kauft ein Zelt")]
    [InlineData("Beschluss 2026/4 (1 Ja, 6 Nein, 1 Enthaltung): Der Verband kauft ein Zelt. – Damit abgelehnt.", "Rejected 1/6/1 Der Verband kauft ein Zelt")]
    [InlineData("Beschluss (2:5:0): Der Verband kauft ein Zelt.", "Rejected 2/5/0 Der Verband kauft ein Zelt")]
    [InlineData("Beschluss mit 5 Ja-Stimmen gegen 2 Nein-Stimmen: Der Verband kauft ein Zelt.", "Adopted 5/2/0 Der Verband kauft ein Zelt")]
    [InlineData("Antrag (abgelehnt): Der Verband kauft ein Zelt mit Seitenwänden.", "Rejected - Der Verband kauft ein Zelt mit Seitenwänden")]
    [InlineData("Antrag (Bernd): Der Verband kauft ein Zelt mit Seitenwänden.\nAbstimmung: 3:4:0", "Rejected 3/4/0 Der Verband kauft ein Zelt mit Seitenwänden")]
    public void A_vote_is_read_with_its_wording_and_its_outcome(string text, string expected)
    {
        var resolution = Assert.Single(Item(text).Resolutions);

        var parts = expected.Split(' ', 3);
        Assert.Equal(parts[0], resolution.Outcome.ToString());
        Assert.Equal(parts[1], resolution.Vote is { Counted: true } vote ? $"{vote.Yes}/{vote.No}/{vote.Abstained}" : "-");
        Assert.Contains(parts[2], resolution.Wording, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Der Landesvorstand hat den Haushalt mit 12 zu 3 Stimmen beschlossen.")]
    [InlineData("Alle sind dafür, es wird keine Abstimmung gewünscht.")]
    [InlineData("Der Kreishaushalt wird im Dezember verabschiedet.")]
    [InlineData("Das Spiel endet 3:1:0 und alle freuen sich.")]
    [InlineData("Beginn ist um 19:30 Uhr, das Spiel ging 2:1 aus.")]
    public void What_no_vote_is_becomes_none(string text) => Assert.DoesNotContain(Item(text).Resolutions, resolution => resolution.Vote is { Counted: true } || !text.Contains("2:1", StringComparison.Ordinal));

    [Theory]
    [InlineData("→ Clara fasst das Papier auf einer Seite zusammen (bis 24.3.)", "Clara 2026-03-24 Papier")]
    [InlineData("Clara → Papier zusammenfassen, 24.3.", "Clara 2026-03-24 Papier zusammenfassen")]
    [InlineData("ToDo Clara: Papier zusammenfassen, Deadline 24.03.2026", "Clara 2026-03-24 Papier")]
    [InlineData("TODO(CP): Papier zusammenfassen – bis 24.03.", "Clara Probe 2026-03-24 Papier")]
    [InlineData("* CP: Papier zusammenfassen, bis Di 24.3.", "Clara Probe 2026-03-24 Papier")]
    [InlineData("- [ ] @Clara Papier zusammenfassen (24.3.)", "Clara 2026-03-24 Papier")]
    [InlineData("@Clara fasst das Papier zusammen bis 24.3.", "Clara 2026-03-24 Papier")]
    [InlineData("ERLEDIGT DURCH: Clara Probe (Papier zusammenfassen), bis 24.3.26", "Clara Probe 2026-03-24 Papier")]
    [InlineData("Papier zusammenfassen (V: Clara, T: 24.3.)", "Clara 2026-03-24 Papier")]
    [InlineData("📌 Edda: Papier zusammenfassen (24.3.)", "Edda 2026-03-24 Papier")]
    [InlineData("Clara fasst das Papier zusammen (24.3.), Dirk informiert die Presse", "Dirk - Presse")]
    [InlineData("Papier zusammenfassen – Clara – 24.3.", "Clara 2026-03-24 Papier")]
    [InlineData(">> Clara | Papier zusammenfassen | 24.03.", "Clara 2026-03-24 Papier")]
    [InlineData("Wer: Clara | Was: Papier zusammenfassen | Bis: 24.3.", "Clara 2026-03-24 Papier")]
    [InlineData("Was: Papier zusammenfassen\nWer: Clara\nBis wann: 24.03.2026", "Clara 2026-03-24 Papier")]
    [InlineData("Aufgabe: Clara überweist den Zuschuss. (bis 24.03.)", "Clara 2026-03-24 Zuschuss")]
    [InlineData("Die Kassiererin überweist den Zuschuss bis zum 24. März.", "Anna Beispiel 2026-03-24 Zuschuss")]
    [InlineData("Den Zuschuss überweist Clara bis Freitag.", "Clara 2026-03-13 Zuschuss")]
    [InlineData("Frau Probe teilt dem Ortsverband die Entscheidung mit.", "Probe - Entscheidung")]
    [InlineData("Clara kümmert sich binnen 14 Tagen um die Plakate.", "Clara - Plakate")]
    [InlineData("Herr Muster wird gebeten, den Raum bis zum 20.3. zu buchen.", "Muster 2026-03-20 Raum")]
    [InlineData("Bernd und Dirk übernehmen die Bewirtung.", "Bernd und Dirk - Bewirtung")]
    [InlineData("Für den Aufbau ist Dirk zuständig.\nDirk, bis 20.3.: Schirme aufbauen", "Dirk 2026-03-20 Schirme")]
    [InlineData("→ Clara Probe bis 24.03.2026: Papier und Umschläge besorgen", "Clara Probe 2026-03-24 Papier und Umschläge besorgen")]
    [InlineData("→ Bernd bis Freitag: Schlüssel\n→ Clara bis zum 24. März: Dank an die Helferinnen", "Clara 2026-03-24 Dank an die Helferinnen")]
    [InlineData("Clara bis 24.3.: Papier zusammenfassen", "Clara 2026-03-24 Papier zusammenfassen")]
    [InlineData("- Clara und Dirk bis Ende April – Bänke vom Verleih", "Clara und Dirk 2026-04-30 Bänke vom Verleih")]
    [InlineData("-> Bernd, spätestens Freitag: Schlüssel zum Lager", "Bernd 2026-03-13 Schlüssel zum Lager")]
    [InlineData("→ bis 24.3. Clara: Papier zusammenfassen", "Clara 2026-03-24 Papier zusammenfassen")]
    [InlineData("→ 24.3., Clara & Bernd: Papier zusammenfassen", "Clara & Bernd 2026-03-24 Papier zusammenfassen")]
    public void A_task_is_read_with_who_and_by_when(string text, string expected)
    {
        var actions = Item("Es wird gesprochen.\n" + text).Actions;

        var parts = expected.Split(' ');
        var due = Array.FindIndex(parts, part => part == "-" || part.StartsWith("20", StringComparison.Ordinal));
        var (who, day, what) = (string.Join(' ', parts[..due]), parts[due], string.Join(' ', parts[(due + 1)..]));
        Assert.Contains(actions, action => action.Who?.Contains(who, StringComparison.Ordinal) == true
            && action.What.Contains(what, StringComparison.Ordinal)
            && (day == "-" || action.Due?.ToString("O", CultureInfo.InvariantCulture) == day));
    }

    [Theory]
    [InlineData("Clara berichtet von der Demo.")]
    [InlineData("Clara verteilt eine Übersicht.")]
    [InlineData("Clara schlägt vor, künftig eine Anlage zu mieten.")]
    [InlineData("Clara: Das ist mir zu teuer.")]
    [InlineData("Antrag Clara: Mahnungen nur noch per Mail verschicken")]
    [InlineData("GO-Antrag Clara: Redezeit auf zwei Minuten begrenzen")]
    [InlineData("Clara fragt, ob wir das Geld nicht lieber sparen.")]
    [InlineData("- [x] @Clara Flyer holen")]
    [InlineData("Die Weihnachtsfeier soll am 13.12. stattfinden.")]
    public void What_nobody_takes_on_becomes_no_task(string text) => Assert.Empty(Item(text).Actions);

    [Theory]
    [InlineData("TOP 1: {0}|TOP 2: {0}|TOP 3: {0}", "1 2 3")]
    [InlineData("Zu TOP 1 {0}|Zu TOP 2 {0}|Zu TOP 3 {0}", "1 2 3")]
    [InlineData("Punkt 1 - {0}|Punkt 2 - {0}|Punkt 3 - {0}", "1 2 3")]
    [InlineData("1) {0}|2) {0}|3) {0}", "1 2 3")]
    [InlineData("(1) {0}|(2) {0}|(3) {0}", "1 2 3")]
    [InlineData("1.) {0}|2.) {0}|3.) {0}", "1 2 3")]
    [InlineData("[1] {0}|[2] {0}|[3] {0}", "1 2 3")]
    [InlineData("A. {0}|B. {0}|C. {0}", "A B C")]
    [InlineData("a) {0}|b) {0}|c) {0}", "a b c")]
    [InlineData("I. {0}|II. {0}|III. {0}", "I II III")]
    [InlineData("TOP I – {0}|TOP II – {0}|TOP III – {0}", "I II III")]
    [InlineData("1 {0}|2 {0}|3 {0}", "1 2 3")]
    [InlineData("1. TOP: {0}|2. TOP: {0}|3. TOP: {0}", "1 2 3")]
    [InlineData("Erster Tagesordnungspunkt: {0}|Zweiter Tagesordnungspunkt: {0}|Dritter Tagesordnungspunkt: {0}", "1 2 3")]
    [InlineData("**TOP 1️⃣ {0}**|**TOP 2️⃣ {0}**|**TOP 3️⃣ {0}**", "1 2 3")]
    [InlineData("TOP 1. {0} ..........|TOP 2. {0} ..........|TOP 3. {0} ..........", "1 2 3")]
    [InlineData("== {0} ==|== {0} ==|== {0} ==", "1 2 3")]
    [InlineData("# 1 {0}|# 2 {0}|# 3 {0}", "1 2 3")]
    [InlineData("*** {0} ***|*** {0} ***|*** {0} ***", "1 2 3")]
    [InlineData("*1. {0}*|*2. {0}*|*3. {0}*", "1 2 3")]
    public void Items_are_known_however_they_are_counted(string shape, string numbers)
    {
        string[] titles = ["Begrüßung", "Sommerfest im Park", "Kasse und Spenden"];
        var text = string.Concat(shape.Split('|').Zip(titles, (line, title) => $"{string.Format(CultureInfo.InvariantCulture, line, title)}\nDarüber wird lange und freundlich gesprochen.\n\n"));

        var items = Run(Head + text).Minutes.Items.Where(item => item.Number != "Rest").ToList();

        Assert.Equal(titles, items.Select(item => item.Title));
        Assert.Equal(numbers.Split(' '), items.Select(item => item.Number));
    }

    [Theory]
    [InlineData("1. Begrüßung|2. Wahl der Kasse|3. Sommerfest", "Zu 1. {0}|Zu 2. {1}|Zu 3. {2}")]
    [InlineData("1. Begrüßung|2. Wahl der Kasse|3. Sommerfest", "**Ad 1:** {0}|**Ad 2:** {1}|**Ad 3:** {2}")]
    [InlineData("- Begrüßung|- Wahl der Kasse|- Sommerfest", "Zu TOP I {0}|Zu TOP II {1}|Zu TOP III {2}")]
    [InlineData("- Begrüßung|- Wahl der Kasse|- Sommerfest", "1. {0}|2. {1}|3. {2}")]
    [InlineData("TOP 1: Begrüßung|TOP 2: Wahl der Kasse|TOP 3: Sommerfest", "Zu Punkt 1: {0}|Zu Punkt 2: {1}|Zu Punkt 3: {2}")]
    public void Where_only_the_agenda_says_the_titles_they_are_taken_from_there(string agenda, string shape)
    {
        string[] told = ["Anna Beispiel eröffnet die Sitzung. Sie freut sich über alle, die gekommen sind.", "Bernd Muster wird mit 5:1:1 zum Kassierer gewählt.", "Wer das Fest im Juni ausrichtet, ist offen. Clara Probe bestellt bis zum 20. März das Zelt."];
        var body = string.Format(CultureInfo.InvariantCulture, shape, told).Replace("|", "\n\n", StringComparison.Ordinal);

        var items = Run($"{Head}Tagesordnung\n{agenda.Replace('|', '\n')}\n\n{body}\n").Minutes.Items.Where(item => item.Number != "Rest").ToList();

        Assert.Equal(["Begrüßung", "Wahl der Kasse", "Sommerfest"], items.Select(item => item.Title));
        Assert.Equal(new Vote(true, 5, 1, 1, 0, VoteMode.Open), Assert.Single(items[1].Resolutions).Vote);
        Assert.Equal(new DateOnly(2026, 3, 20), Assert.Single(items[2].Actions).Due);
        Assert.All(told, words => Assert.Contains(items, item => item.Text.OfType<TextParagraph>().Any(paragraph => string.Concat(paragraph.Runs.Select(run => run.Text)).Contains(words, StringComparison.Ordinal))));
    }

    [Theory]
    [InlineData("Zu 2. Kasse. Anna berichtet von den Einnahmen des letzten Jahres.", "Kasse")]
    [InlineData("Zu 2. Finanzen: Anna berichtet von den Einnahmen des letzten Jahres.", "Finanzen")]
    [InlineData("Zu 2. Bericht über das Geld", "Bericht über das Geld")]
    public void A_title_of_its_own_stays(string second, string title)
    {
        var items = Run($"{Head}Tagesordnung\n1. Begrüßung\n2. Kasse\n3. Sommerfest\n\nZu 1. Anna Beispiel eröffnet die Sitzung.\n\n{second}\n\nZu 3. Das Fest wird noch einmal besprochen.\n").Minutes.Items;

        Assert.Equal(["Begrüßung", title, "Sommerfest"], items.Where(item => item.Number != "Rest").Select(item => item.Title));
    }

    [Theory]
    [InlineData("Antrag Clara: Kauf eines großen Zeltes (blau)", "Abstimmung über den Antrag: 2 dafür, 5 dagegen, 1 Enthaltung", "Rejected 2/5/1 Kauf eines großen Zeltes (blau)")]
    [InlineData("Antrag von Bernd: Verkauf der Bänke an den Verein „Alte Mühle“", "Der Antrag kommt spät.\nDer Antrag wird mit 4:1:2 Stimmen angenommen.", "Adopted 4/1/2 Verkauf der Bänke an den Verein „Alte Mühle“")]
    [InlineData("Dringlichkeitsantrag: Absage des Festes \"Sommer im Park\"", "Dem Antrag wird bei 3 Ja-Stimmen und 3 Nein-Stimmen nicht zugestimmt.", "Rejected 3/3/0 Absage des Festes")]
    [InlineData("Antrag des Ortsverbands auf einen Zuschuss", "Dirk rechnet nach.\nAbstimmung über den Antrag: 6:0:0", "Unanimous 6/0/0 Antrag des Ortsverbands auf einen Zuschuss")]
    public void A_motion_in_the_title_is_what_is_voted_on(string title, string text, string expected)
    {
        var item = Run($"{Head}1) Kasse\nEs wird gesprochen.\n\n2) {title}\n\n{text}\n\n3) Schluss\nEs wird gelacht.\n").Minutes.Items[1];

        var resolution = Assert.Single(item.Resolutions);
        var parts = expected.Split(' ', 3);
        Assert.Equal(title, item.Title);
        Assert.Equal((parts[0], parts[1]), (resolution.Outcome.ToString(), $"{resolution.Vote!.Yes}/{resolution.Vote.No}/{resolution.Vote.Abstained}"));
        Assert.StartsWith(parts[2], resolution.Wording, StringComparison.Ordinal);
    }

    [Fact]
    public void A_list_of_tasks_at_the_end_gives_each_to_its_item()
    {
        var items = Run(Head + "TOP 1: Sommerfest\nEs wird gesprochen.\n\nTOP 2: Kasse\nEs wird gesprochen.\n\nAufgabenliste:\n\n| zu | Was | Wer | Bis |\n|---|---|---|---|\n| 1 | Zelt holen | Dirk | 20.03. |\n| 2 | Belege sortieren | Anna | 31.03. |\n").Minutes.Items;

        Assert.Equal("Zelt holen", Assert.Single(items[0].Actions).What);
        Assert.Equal("Belege sortieren", Assert.Single(items[1].Actions).What);
    }

    [Fact]
    public void Columns_say_what_stands_in_them()
    {
        var items = Run(Head + "| TOP | Thema | Beschluss | Ja | Nein | Enth. | Zuständig | Frist |\n|---|---|---|---|---|---|---|---|\n| 1 | Zelt | Wir kaufen ein Zelt. | 3 | 1 | 0 | Dirk | 20.03. |\n| 2 | Kasse | – | | | | Anna: Belege sortieren | 31.03. |\n").Minutes.Items;

        Assert.Equal(["Zelt", "Kasse"], items.Where(item => item.Number != "Rest").Select(item => item.Title));
        Assert.Equal(new Vote(true, 3, 1, 0, 0, VoteMode.Open), Assert.Single(items[0].Resolutions).Vote);
        Assert.Equal(("Dirk", "Wir kaufen ein Zelt."), Assert.Single(items[0].Actions) is var first ? (first.Who, first.What) : default);
        Assert.Equal(("Anna", "Belege sortieren"), Assert.Single(items[1].Actions) is var second ? (second.Who, second.What) : default);
    }

    [Fact]
    public void A_box_is_one_resolution()
    {
        var resolution = Assert.Single(Item("| Beschluss 2026/07 |  |  |  |\n| Wortlaut | Wir kaufen ein Zelt. |  |  |\n| Ergebnis | Ja: 2 | Nein: 3 | Enth.: 0 |\n|  | abgelehnt |  |  |\n").Resolutions);

        Assert.Equal(("2026/07", "Wir kaufen ein Zelt.", Outcome.Rejected), (resolution.Number, resolution.Wording, resolution.Outcome));
        Assert.Equal(new Vote(true, 2, 3, 0, 0, VoteMode.Open), resolution.Vote);
    }

    [Theory]
    [InlineData("Anwesend: Anna Beispiel, Bernd Muster; verhindert war Clara Probe.", "Anna Beispiel Present, Bernd Muster Present, Clara Probe Excused")]
    [InlineData("Teilnehmende: Vorsitzende Anna Beispiel, stellv. Vorsitzender Bernd Muster sowie Kassiererin Frau Dr. Clara Probe", "Anna Beispiel Present, Bernd Muster Present, Dr. Clara Probe Present")]
    [InlineData("Kürzel: AB Anna Beispiel\nBM Bernd Muster\nfehlt: CP Clara Probe", "Anna Beispiel Present, Bernd Muster Present, Clara Probe Excused")]
    [InlineData("anwesend: AB (Anna Beispiel), BM (Bernd Muster) | fehlt: CP (Clara Probe)", "Anna Beispiel Present, Bernd Muster Present, Clara Probe Excused")]
    [InlineData("Stimmberechtigte: 3 (Anna Beispiel, Bernd Muster, Clara Probe)", "Anna Beispiel Present, Bernd Muster Present, Clara Probe Present")]
    [InlineData("Es nahmen teil: Anna Beispiel, Bernd Muster. Gefehlt hat: Clara Probe.", "Anna Beispiel Present, Bernd Muster Present, Clara Probe Excused")]
    [InlineData("| Name | Funktion | anwesend | entschuldigt |\n|---|---|---|---|\n| Anna Beispiel | Kasse | x | |\n| Bernd Muster | | x | |\n| Clara Probe | | | x |", "Anna Beispiel Present, Bernd Muster Present, Clara Probe Excused")]
    public void Who_was_there_is_read_from_every_kind_of_list(string list, string expected)
    {
        var people = Run($"Protokoll der Sitzung vom 10.03.2026\n{list}\n\nTOP 1: Sommerfest\nEs wird gesprochen.\n\nTOP 2: Kasse\nEs wird gesprochen.\n").Minutes.Attendance;

        Assert.Equal(expected, string.Join(", ", people.Select(person => $"{person.Name} {person.Status}")));
    }

    private static AgendaItem Item(string text) => Run($"{Head}TOP 1: Sommerfest\n{text}\n\nTOP 2: Schluss\nEs wird gelacht.\n").Minutes.Items[0];

    private static ImportedMinutes Run(string text) =>
        MinutesImport.Run(Encoding.UTF8.GetBytes(text), "alt.md", new ImportSettings("steinfurt", "Kreisvorstand", null, (_, _) => null));
}
