using System.Globalization;
using System.Text.RegularExpressions;

namespace PartnerOffice.Core;

/// <summary>A vote as people write it down: "einstimmig bei 1 Enth.", "(9/1/3)", "4 Ja, 0 Nein", "bei 2 Gegenstimmen angenommen".</summary>
/// <remarks>Three bare figures are yes, no, abstained, as German boards write them, unless the words beside them say another order.</remarks>
public sealed partial record SpokenVote
{
    private enum Part
    {
        Yes,
        No,
        Abstained,
        Invalid,
    }

    public int? Yes { get; private init; }
    public int? No { get; private init; }
    public int? Abstained { get; private init; }
    public int? Invalid { get; private init; }
    public Outcome? Outcome { get; private init; }
    public VoteMode? Mode { get; init; }

    /// <summary>What a person must look at: the words contradict the figures.</summary>
    public Bilingual? Question { get; private init; }

    public bool HasFigures => Yes is not null || No is not null || Abstained is not null || Invalid is not null;

    /// <summary>Whether some votes are named but not enough to say how many were cast. Nobody has to invent the others (R6).</summary>
    public bool IsPartial => HasFigures && !IsCounted;

    private bool IsCounted => Yes is not null && (No is not null || Outcome == Core.Outcome.Unanimous);

    /// <summary>The vote with the figures that are certain: all, or none.</summary>
    public Vote ToVote() => IsCounted && Question is null
        ? new Vote(true, Yes, No ?? 0, Abstained ?? 0, Invalid ?? 0, Mode ?? VoteMode.Open)
        : Vote.Uncounted(Mode ?? VoteMode.Open);

    /// <summary>Reads a text that is nothing but a vote; null where any word of it is not understood.</summary>
    /// <param name="order">In what order the document gives bare figures, in its own words: "Ja|Enthaltung|Nein".</param>
    public static SpokenVote? Read(string? text, string? order = null) => Parse(text ?? "", isStrict: true, order);

    /// <summary>Finds a vote in a sentence that says other things too; null where there is none.</summary>
    /// <param name="order">In what order the document gives bare figures, in its own words: "Ja|Enthaltung|Nein".</param>
    public static SpokenVote? Find(string sentence, string? order = null)
    {
        ArgumentNullException.ThrowIfNull(sentence);
        return Parse(sentence, isStrict: false, order);
    }

    private static SpokenVote? Parse(string text, bool isStrict, string? order)
    {
        var plain = VoteSigns.Worded(TypedText.Plain(text).ToLowerInvariant());
        var figures = new Dictionary<Part, int>();
        plain = TakeOrdered(plain, figures, isStrict, order);
        plain = TakePairs(plain, figures, isStrict);
        var words = Word().Matches(plain).Select(match => match.Value.TrimEnd('.', '-')).ToList();
        var (outcome, mode, isUnderstood) = TakeWords(words, figures);
        if (isStrict && !isUnderstood || (figures.Count == 0 && outcome is null && mode is null && !plain.Contains("ohne zählung", StringComparison.Ordinal)))
            return null;

        int? Figure(Part part) => figures.TryGetValue(part, out var figure) ? figure : null;
        var vote = new SpokenVote { Yes = Figure(Part.Yes), No = Figure(Part.No), Abstained = Figure(Part.Abstained), Invalid = Figure(Part.Invalid), Outcome = outcome, Mode = mode };
        return vote with { Question = vote.Contradiction(text) };
    }

    // "(9/1/3)", "[9|1|3]", also with the order beside it: "Ja/Enth./Nein: 9/3/1".
    private static string TakeOrdered(string text, Dictionary<Part, int> figures, bool isStrict, string? order)
    {
        foreach (var match in Ordered().Matches(text).ToList())
        {
            // In a sentence three bare figures are a vote only in brackets, or with their order beside them.
            if (!isStrict && !match.Groups["open"].Success && !match.Groups["order"].Success && !VoteBefore().IsMatch(text[..match.Index]) && !VoteAfter().IsMatch(text[(match.Index + match.Length)..]))
                continue;

            var said = match.Groups["order"].Success ? match.Groups["order"].Value : order?.ToLowerInvariant() ?? "";
            var parts = said.Length > 0 ? Word().Matches(said).Select(word => LabelOf(word.Value)).OfType<Part>().ToList() : [];
            if (parts.Count < 3)
                parts = [Part.Yes, Part.No, Part.Abstained, Part.Invalid];
            var numbers = match.Groups["figure"].Captures.Select(capture => int.Parse(capture.Value, CultureInfo.InvariantCulture)).ToList();
            for (var i = 0; i < numbers.Count && i < parts.Count; i++)
                figures[parts[i]] = numbers[i];
            return text.Remove(match.Index, match.Length).Insert(match.Index, " ");
        }

        return text;
    }

    // "mit 9:1 Stimmen", "9 zu 1", "9 gegen 1 Stimme".
    private static string TakePairs(string text, Dictionary<Part, int> figures, bool isStrict)
    {
        if (figures.Count > 0 || Against().Match(text) is not { Success: true } match)
            return text;

        // A game may end 2:1 too: in a sentence words of a vote or brackets stand beside it.
        var (before, after) = (text[..match.Index], text[(match.Index + match.Length)..]);
        if (!isStrict && !match.Value.Contains("stimme", StringComparison.Ordinal) && !match.Value.StartsWith("mit ", StringComparison.Ordinal) && !before.EndsWith('(') && !before.EndsWith('[') && !VoteBefore().IsMatch(before) && !VoteAfter().IsMatch(after))
            return text;

        if (SpokenCount.Read(match.Groups["yes"].Value) is not { } yes || SpokenCount.Read(match.Groups["no"].Value) is not { } no)
            return text;

        (figures[Part.Yes], figures[Part.No]) = (yes, no);
        return text.Remove(match.Index, match.Length).Insert(match.Index, " ");
    }

    private static (Outcome? Outcome, VoteMode? Mode, bool IsUnderstood) TakeWords(List<string> words, Dictionary<Part, int> figures)
    {
        // "Ja 4, Nein 0" or "4 Ja, 0 Nein": whichever comes first says how the others are meant.
        var labels = words.Select((word, index) => (word, index)).Where(entry => LabelOf(entry.word) is not null).Select(entry => entry.index).ToList();
        var labelsFirst = labels.Count > 0 && labels.All(label => CountAfter(words, label) is not null) && labels.Any(label => CountBefore(words, label) is null);
        var (isUnanimous, isAdopted, isRejected, isDeferred, isUnderstood) = (false, false, false, false, true);
        VoteMode? mode = null;
        for (var i = 0; i < words.Count; i++)
        {
            var word = words[i];
            if (LabelOf(word) is { } part)
            {
                isUnderstood &= (labelsFirst ? CountAfter(words, i) : CountBefore(words, i)) is { } count && (figures.TryAdd(part, count) || figures[part] == count);
            }
            else if (word is "nicht" && i + 1 < words.Count && IsAdoption(words[i + 1]))
            {
                isRejected = true;
                i++;
            }
            else if (word is "keine" or "keinerlei" && words.ElementAtOrDefault(i + 1) is "mehrheit")
            {
                isRejected = true;
                i++;
            }
            else if (word.StartsWith("einstimmig", StringComparison.Ordinal) || word is "einst" or "einvernehmlich" or "einmütig" or "einhellig" || word is "unanimously" or "unanimous")
            {
                isUnanimous = true;
            }
            else if (IsAdoption(word) || word is "mehrheit" or "mehrh" or "mehrheitl" or "mehrheitlich" or "mehrheitlicher" or "majority")
            {
                isAdopted = true;
            }
            else if (word is "abgelehnt" or "abgel" or "rejected" or "ablehnung" or "gescheitert" or "durchgefallen")
            {
                isRejected = true;
            }
            else if (word is "zurückgestellt" or "vertagt" or "verschoben" or "deferred" or "postponed")
            {
                isDeferred = true;
            }
            else if (ModeOf(word) is { } said)
            {
                mode = said;
            }
            else if (char.IsAsciiDigit(word[0]))
            {
                // A figure that belongs to no word is not understood.
                isUnderstood &= IsBesideLabel(words, i);
            }
            else if (SpokenCount.Read(word) is null && !Fillers.Contains(word))
            {
                isUnderstood = false;
            }
        }

        Outcome? outcome = isDeferred ? Core.Outcome.Deferred
            : isRejected ? Core.Outcome.Rejected
            : isUnanimous ? Core.Outcome.Unanimous
            : isAdopted ? Core.Outcome.Adopted
            : null;
        return (outcome, mode, isUnderstood);
    }

    private static int? CountBefore(List<string> words, int label)
    {
        for (var i = label - 1; i >= 0 && label - i <= 3; i--)
        {
            if (SpokenCount.Read(words[i]) is { } count)
                return count;
            if (words[i] is not ("stimmen" or "stimme" or "mal" or "x" or "mitglieder" or "personen" or "votes" or "gültige" or "sind" or "waren" or "stimmten" or "stimmt" or "anwesende" or "anwesenden"))
                return null;
        }

        return null;
    }

    private static int? CountAfter(List<string> words, int label) =>
        SpokenCount.Read(words.ElementAtOrDefault(label + 1)) ?? (words.ElementAtOrDefault(label + 1) is "stimmen" or "stimme" ? SpokenCount.Read(words.ElementAtOrDefault(label + 2)) : null);

    private static bool IsBesideLabel(List<string> words, int at) =>
        Enumerable.Range(at - 2, 6).Any(i => i >= 0 && i < words.Count && i != at && LabelOf(words[i]) is not null);

    private static Part? LabelOf(string word)
    {
        var bare = word.TrimEnd('.').Replace("-", "", StringComparison.Ordinal);
        return bare switch
        {
            "ja" or "jastimme" or "jastimmen" or "dafür" or "pro" or "fürstimmen" or "fürstimme" or "zustimmung" or "zustimmungen" or "jas" or "yes" => Part.Yes,
            "nein" or "neinstimme" or "neinstimmen" or "dagegen" or "gegenstimme" or "gegenstimmen" or "neins" or "gegenst" or "ablehnungen" or "contra" or "kontra" or "against" => Part.No,
            "enthaltung" or "enthaltungen" or "enth" or "enthaltg" or "enthalten" or "stimmenthaltung" or "stimmenthaltungen" or "enthält" or "enthielt" or "enthielten" or "enthalte" or "abstention" or "abstentions" => Part.Abstained,
            "ungültig" or "ungültige" or "ung" or "invalid" => Part.Invalid,
            _ => null,
        };
    }

    private static bool IsAdoption(string word) =>
        word is "angenommen" or "angen" or "beschl" or "beschlossen" or "zugestimmt" or "genehmigt" or "gebilligt" or "befürwortet" or "bestätigt" or "stattgegeben" or "verabschiedet" or "adopted" or "carried" or "beschluss";

    private static VoteMode? ModeOf(string word) => word switch
    {
        "offen" or "offene" or "handzeichen" or "akklamation" or "open" => VoteMode.Open,
        "geheim" or "geheime" or "geheimer" or "secret" => VoteMode.Secret,
        "namentlich" or "namentliche" or "namentlicher" => VoteMode.RollCall,
        "umlauf" or "umlaufverfahren" or "umlaufbeschluss" => VoteMode.Circulation,
        _ => null,
    };

    private Bilingual? Contradiction(string text)
    {
        var shown = Quoting.Short(MinutesText.Value(text));
        return Outcome == Core.Outcome.Unanimous && No > 0
            ? new Bilingual($"»{shown}«: einstimmig und Gegenstimmen schließen sich aus.", $"\"{shown}\": unanimous, and yet votes against.")
            : null;
    }

    private static readonly HashSet<string> Fillers =
    [
        "mit", "bei", "und", "der", "die", "das", "den", "von", "in", "im", "per", "durch", "wird", "wurde", "ist", "stimmen", "stimme", "mal", "x", "abstimmung",
        "ergebnis", "abstimmungsergebnis", "großer", "grosser", "knapper", "klarer", "deutlicher", "so", "damit", "zählung", "wahl", "votum", "stimmverhältnis", "gegen", "antrag", "votes", "vote", "with", "sich",
        "mitglieder", "personen", "gültige", "dann", "also", "jeweils", "beschlussfassung", "auf", "weg", "schriftlich", "sind", "waren", "stimmten", "stimmt", "anwesende", "anwesenden", "vorstand", "dem", "folgt", "antrags",
    ];

    [GeneratedRegex(@"\p{L}[\p{L}*-]*\.?|\d+")]
    private static partial Regex Word();

    [GeneratedRegex(
        @"(?<order>(?:ja|j|nein|n|enth\p{L}*|e)\.?(?:\s*[/|,:–-]\s*(?:ja|nein|enth\p{L}*)\.?){2}[\s:=]*)?(?<open>[\[(]\s*)?(?<![\d./:-])(?<figure>\d{1,3})\s*(?<sign>[/|:–-])\s*(?<figure>\d{1,3})(?:\s*\k<sign>\s*(?<figure>\d{1,3})){1,2}(?![\d.])\s*(?(open)[\])])")]
    private static partial Regex Ordered();

    [GeneratedRegex(@"\b(?:mit|bei|abstimmung|abst|abstimmungsergebnis|ergebnis|votum|stimmen|stimmenverhältnis|stimmverhältnis|angenommen|abgelehnt|beschlossen|genehmigt)\W*$")]
    private static partial Regex VoteBefore();

    [GeneratedRegex(@"^\W*(?:stimmen?|bei|dafür|angenommen|abgelehnt|beschlossen|genehmigt)\b")]
    private static partial Regex VoteAfter();

    // "19:30" is a time, "18:22 Stimmen" is none.
    [GeneratedRegex(@"(?<![\d.:/])(?<yes>\d{1,3})\s*(?::(?!\d{2}(?!\d|\s*(?:ja-?|nein-?)?stimmen?))|(?<=\bmit\s\d{1,3}):|zu|gegen)\s*(?<no>\d{1,3})(?:\s*(?:ja|nein)?-?stimmen?)?(?![\d.:/]|\s*uhr)|\bmit (?<yes>\p{L}{3,6}) (?:stimmen? )?(?:zu|gegen) (?<no>\p{L}{3,6})(?:\s*stimmen?)")]
    private static partial Regex Against();
}
