using System.Text.RegularExpressions;
using PartnerOffice.Core;

namespace PartnerOffice.Documents.Import;

/// <summary>Finds tasks: in the column of who, behind labels and arrows, and where a person of the meeting takes something on.</summary>
internal sealed partial class ActionFinder(IReadOnlyList<string> names, DateOnly meeting, List<Finding> questions)
{
    private readonly HashSet<string> words = [.. names.Concat(names.Select(name => name.Split(' ')[0])).Concat(names.Select(name => name.Split(' ')[^1])).Where(name => name.Length > 2)];

    public IReadOnlyList<FoundAction> Find(IReadOnlyList<OldLine> lines)
    {
        var found = new List<FoundAction>();
        string? before = null;
        foreach (var line in lines)
        {
            if (line.Who is { } who && !NoBody().IsMatch(who))
            {
                var (person, due) = WhoAndDue(who, line.Place);
                found.Add(new FoundAction(line.Text, person, (line.Due is null ? null : Day(line.Due, line.Place)) ?? due ?? DueIn(line.Text, line.Place), line.Place));
                continue;
            }

            foreach (var sentence in Sentences.Of(line.Text))
            {
                if (InSentence(sentence, line.Place) is { } action)
                    found.Add(action);
                else if (Responsible().Match(sentence) is { Success: true } alone && alone.Groups["what"].Value.Trim(' ', '(', '–', '-').Length < 4)
                    AddResponsible(found, alone.Groups["who"].Value, before, line.Place);
                before = sentence;
            }
        }

        return found;
    }

    // "Zuständig: Dirk, bis 15.04." below what is to be done.
    private void AddResponsible(List<FoundAction> found, string said, string? before, string place)
    {
        var (who, due) = WhoAndDue(said, place);
        if (found.Count > 0 && found[^1].Who is null)
            found[^1] = found[^1] with { Who = who, Due = found[^1].Due ?? due };
        else if (before is not null)
            found.Add(new FoundAction(Label().Replace(before, "").TrimEnd('.'), who, due ?? DueIn(before, place), place));
    }

    private FoundAction? InSentence(string sentence, string place)
    {
        if (Task().Match(sentence) is { Success: true } task)
        {
            var rest = task.Groups["rest"].Value.Trim();
            if (rest.Length < 3)
                return null;

            var who = task.Groups["who"].Success ? task.Groups["who"].Value.Trim() : WhoIn(rest);
            return new FoundAction(Bare(rest), who, DueIn(rest, place), place);
        }

        if (Responsible().Match(sentence) is { Success: true } labelled && labelled.Groups["what"].Value.Trim(' ', '(', '–', '-') is { Length: >= 4 } what)
        {
            var (person, due) = WhoAndDue(labelled.Groups["who"].Value, place);
            return new FoundAction(what, person, due ?? DueIn(sentence, place), place);
        }

        if (Arrow().Match(sentence) is { Success: true } arrow)
        {
            var (left, right) = (arrow.Groups["left"].Value.Trim(), arrow.Groups["right"].Value.Trim());
            if (left.Length == 0 && Named().Match(right) is { Success: true } named && IsPerson(named.Groups["who"].Value))
                return new FoundAction(Bare(named.Groups["what"].Value), named.Groups["who"].Value, DueIn(right, place), place);
            if (left.Length == 0)
                return new FoundAction(Bare(right), WhoIn(right), DueIn(right, place), place);
            if (IsPerson(right))
            {
                var (person, due) = WhoAndDue(right, place);
                return new FoundAction(left, person, due ?? DueIn(left, place), place);
            }
        }

        // "Marta: Pressemitteilung schreiben (bis 20.1.)".
        if (Named().Match(sentence) is { Success: true } to && IsPerson(to.Groups["who"].Value) && !VoteFinder.IsVote(sentence)
            && (Infinitive().IsMatch(Until().Replace(Brackets().Replace(to.Groups["what"].Value, ""), "").TrimEnd('.', ' ', ',')) || DueIn(sentence, place, asks: false) is not null))
            return new FoundAction(Bare(to.Groups["what"].Value), to.Groups["who"].Value, DueIn(sentence, place), place);

        if (Bracket().Match(sentence) is { Success: true } bracket && IsPerson(bracket.Groups["who"].Value) && bracket.Groups["what"].Value.Length > 5 && !VoteFinder.IsVote(sentence))
        {
            var (person, due) = WhoAndDue(bracket.Groups["who"].Value, place);
            if (due is not null || Infinitive().IsMatch(bracket.Groups["what"].Value))
                return new FoundAction(bracket.Groups["what"].Value.Trim(), person, due ?? DueIn(sentence, place), place);
        }

        // "Clara bestellt bis zum 1. August die Plakate": a person of the meeting, and a promise.
        if (Leading().Match(sentence) is { Success: true } leading && IsPerson(leading.Groups["who"].Value) && (TakesOn().IsMatch(sentence) || DueIn(sentence, place, asks: false) is not null) && !VoteFinder.IsVote(sentence) && !Past().IsMatch(sentence))
            return new FoundAction(sentence.TrimEnd('.'), leading.Groups["who"].Value, DueIn(sentence, place), place);
        if (Promise().Match(sentence) is { Success: true } promise && !NoName().IsMatch(promise.Groups["who"].Value) && !Past().IsMatch(sentence) && !VoteFinder.IsVote(sentence))
            return new FoundAction(sentence.TrimEnd('.'), promise.Groups["who"].Value, DueIn(sentence, place), place);
        if (Trailing().Match(sentence) is { Success: true } trailing && IsPerson(trailing.Groups["who"].Value) && !VoteFinder.IsVote(sentence))
            return new FoundAction(sentence.TrimEnd('.'), trailing.Groups["who"].Value, DueIn(sentence, place), place);
        return null;
    }

    private bool IsPerson(string text)
    {
        var first = Before().Replace(text.Trim(), "").Split([' ', ',', ':', '/', '(', '&'], StringSplitOptions.RemoveEmptyEntries);
        return first.Length > 0 && (words.Contains(first[0]) || (first.Length > 1 && words.Contains(first[1])) || text.Trim() is "alle" or "Alle" or "Vorstand");
    }

    private string? WhoIn(string text) =>
        Responsible().Match(text) is { Success: true } labelled ? WhoAndDue(labelled.Groups["who"].Value, "").Who
        : Bracket().Match(text) is { Success: true } bracket && IsPerson(bracket.Groups["who"].Value) ? WhoAndDue(bracket.Groups["who"].Value, "").Who
        : names.FirstOrDefault(name => text.Contains(name, StringComparison.Ordinal)) ?? words.FirstOrDefault(word => Regex.IsMatch(text, $@"\b{Regex.Escape(word)}\b"));

    private (string? Who, DateOnly? Due) WhoAndDue(string text, string place)
    {
        var match = Until().Match(text);
        var due = match.Success ? Day(match.Groups["day"].Value, place) : null;
        var who = (match.Success ? text[..match.Index] : text).Trim(' ', ',', ';', '.', '(', ')', '/', '–', '-');
        if (due is null && who.LastIndexOf(',') is > 0 and var comma && SpokenDate.Read(who[(comma + 1)..], meeting) is { } read && (read.Value is not null || read.Question is not null))
            (due, who) = (Day(who[(comma + 1)..], place), who[..comma].Trim());
        return (who.Length == 0 ? null : who, due);
    }

    private DateOnly? DueIn(string text, string place, bool asks = true) => Until().Match(text) is { Success: true } match ? Day(match.Groups["day"].Value, asks ? place : null) : null;

    private DateOnly? Day(string text, string? place)
    {
        var read = SpokenDate.Read(text, meeting);
        if (read.Question is { } question && place is not null && !questions.Any(other => other.Place == place && other.Message == question))
            questions.Add(new Finding("V12", Severity.Warning, place, question, new Bilingual("Die Frist der Aufgabe eintragen.", "Enter the task's date.")));
        return read.Certain;
    }

    private static string Bare(string text) => text.Trim(' ', '-', '–', ':').TrimEnd('.');

    [GeneratedRegex(@"^[-–—/.\s]*$|^(?:I|B|E|Info)$")]
    private static partial Regex NoBody();

    [GeneratedRegex(@"^\**(?:Aufgabe|To[- ]?dos?|Auftrag|Arbeitsauftrag|Aktion|AP|Erledigen)\b\**(?:\s*\d+)?(?:\s*\((?<who>[^)]+)\)|\s+(?:für\s+)?(?<who>[A-ZÄÖÜ][\p{L}-]+(?: [A-ZÄÖÜ][\p{L}-]+)?))?\s*\**[:–-]\**\s*(?<rest>.*)$", RegexOptions.IgnoreCase)]
    private static partial Regex Task();

    [GeneratedRegex(@"^(?<what>.*?)[\s(\[–-]*\b(?:Verantwortlich(?:e\*?r?)?|Zuständig(?:keit)?|Verantw\.?|zust\.|verantw\.|V\.?i\.?S\.?|Wer|V)(?: ist| sind)?\s*:\s*(?<who>[^\])]+)", RegexOptions.IgnoreCase)]
    private static partial Regex Responsible();

    [GeneratedRegex(@"^(?<left>.*?)\s*(?:→|->|=>|⇒|➔|-->)\s*(?<right>.+)$")]
    private static partial Regex Arrow();

    [GeneratedRegex(@"^(?<what>.+?)\s*[(\[](?<who>[^()\[\]]{2,60})[)\]]\s*\.?$")]
    private static partial Regex Bracket();

    [GeneratedRegex(@"\([^)]*\)")]
    private static partial Regex Brackets();

    [GeneratedRegex(@"\b\p{Ll}+(?:en|ern|eln)\s*$")]
    private static partial Regex Infinitive();

    [GeneratedRegex(@"^(?<who>(?:Genoss\w+ )?[A-ZÄÖÜ][\p{L}-]+(?:(?: und | & |/)[A-ZÄÖÜ][\p{L}-]+)?(?: [A-ZÄÖÜ][\p{L}-]+)?)\s+(?=\p{Ll})")]
    private static partial Regex Leading();

    [GeneratedRegex(@"(?:übernimmt|übernehmen|erledigt|erledigen|kümmert sich|kümmern sich)\s+(?:das\s+|dies\s+)?(?<who>[A-ZÄÖÜ][\p{L}-]+(?: [A-ZÄÖÜ][\p{L}-]+)?)|\b(?:wird|werden) \p{Ll}+ von (?<who>[A-ZÄÖÜ][\p{L}-]+(?: [A-ZÄÖÜ][\p{L}-]+)?)|\b(?:wird|werden) von (?<who>[A-ZÄÖÜ][\p{L}-]+(?: [A-ZÄÖÜ][\p{L}-]+)?)\b.*\b(?:erledigt|übernommen|erstellt|bestellt|vorbereitet|organisiert|geschrieben|verschickt|geklärt|angefragt|eingeladen|gebucht)")]
    private static partial Regex Trailing();

    [GeneratedRegex(@"\b(?:übernimmt|übernehmen|kümmert sich|kümmern sich|bestellt|organisiert|klärt|fragt .*\b(?:an|nach)\b|erstellt|besorgt|verfasst|bucht|kontaktiert|verschickt|versendet|schickt|sendet|bereitet .* vor|lädt .* ein|informiert|prüft|meldet|schreibt|ruft .* an|reserviert|wird (?:beauftragt|gebeten)|legt .* vor|soll|sagt .* zu|nimmt .* Kontakt auf|entwirft|aktualisiert|sammelt|stellt .* (?:zusammen|ein))\b")]
    private static partial Regex TakesOn();

    [GeneratedRegex(@"\b(?:hat|haben|wurde|wurden|war|waren|berichtet|berichten|berichtete|informiert (?:über|darüber|die Anwesenden|den Vorstand)|meldet sich (?:ab|zu)|stellt (?:die Beschlussfähigkeit|fest|vor|dar)|prüft, ob)\b")]
    private static partial Regex Past();

    [GeneratedRegex(@"\b(?:bis|spätestens|zum|Frist:?)\s+(?:zum\s+|spätestens\s+|zur\s+|am\s+|Ende\s+)?(?<day>(?:(?:Mo|Di|Mi|Do|Fr|Sa|So)\w*\.?,?\s+(?:den\s+)?)?(?:\d{1,2}\.\s?\d{1,2}\.(?:\s?\d{4}|\d{2})?|\d{1,2}\.\s?(?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|Jan|Feb|Apr|Jun|Jul|Aug|Sept?|Okt|Nov|Dez)\b\.?(?:\s\d{4})?|\d{4}-\d{2}-\d{2}|\d{1,2}/\d{1,2}(?:/\d{2,4})?))", RegexOptions.IgnoreCase)]
    private static partial Regex Until();

    [GeneratedRegex(@"^(?<who>[A-ZÄÖÜ][\p{L}-]+(?: [A-ZÄÖÜ][\p{L}-]+)?(?: und [A-ZÄÖÜ][\p{L}-]+)?):\s*(?<what>\S.*)$")]
    private static partial Regex Named();

    // A name that stands in no list, and right behind it what it promises.
    [GeneratedRegex(@"^(?<who>(?:Genoss\w+ )?[A-ZÄÖÜ][\p{L}-]+(?: [A-ZÄÖÜ][\p{L}-]+)?(?: und [A-ZÄÖÜ][\p{L}-]+)?) (?:übernimmt|übernehmen|kümmert sich|kümmern sich|bestellt|organisiert|klärt|erstellt|besorgt|verfasst|bucht|kontaktiert|verschickt|versendet|reserviert|entwirft|aktualisiert|bereitet|wird beauftragt|wird gebeten|schreibt|lädt|fragt)\b")]
    private static partial Regex Promise();

    [GeneratedRegex(@"^(?:De[rmn]|Die|Das|Es|Wir|Sie|Er|Eine?r?|Dies\w*|Im|Am|Zum|Zur|Nach|Bei|Auf|Man|Niemand|Vorstand|Kreis\w*|Landes\w*|Bundes\w*|Fraktion|Partei|Stadt|Presse|Zeitung|Deshalb|Danach|Außerdem|Hierzu|Dazu)\b")]
    private static partial Regex NoName();

    [GeneratedRegex(@"^\**(?:Beschluss|Antrag|Beschlossen)[^:]{0,20}:\**\s*", RegexOptions.IgnoreCase)]
    private static partial Regex Label();

    [GeneratedRegex(@"^(?:Genoss\w+|Frau|Herr|durch|von|für)\s+", RegexOptions.IgnoreCase)]
    private static partial Regex Before();
}
