using System.Text.RegularExpressions;
using PartnerOffice.Core;

namespace PartnerOffice.Documents.Import;

/// <summary>Finds resolutions and their votes in the text of an item.</summary>
internal static partial class VoteFinder
{
    /// <summary>Whether a sentence says how something was decided.</summary>
    public static bool IsVote(string sentence) => SpokenVote.Find(sentence) is { } vote && (vote.HasFigures || Decides().IsMatch(sentence));

    public static IReadOnlyList<FoundVote> Find(IReadOnlyList<OldLine> lines)
    {
        var found = new List<FoundVote>();
        (string? Number, string Wording, string Place)? pending = null;
        (string Text, string Place)? before = null;

        void Flush()
        {
            // What is called a resolution was decided, even where nobody wrote how.
            if (pending is { } open && open.Wording.Length > 0)
                found.Add(new FoundVote(open.Number, open.Wording, null, Outcome.Adopted, open.Place));
            pending = null;
        }

        foreach (var line in lines)
        {
            foreach (var sentence in Sentences.Of(line.Text))
            {
                if (Labelled().Match(sentence) is { Success: true } label)
                {
                    var isResult = Result().IsMatch(label.Groups["label"].Value);
                    var rest = label.Groups["rest"].Value.Trim();
                    if (isResult && SpokenVote.Find(rest) is { } result)
                    {
                        var wording = pending ?? (null, before?.Text ?? rest, before?.Place ?? line.Place);
                        found.Add(Made(wording.Item1, wording.Item2, result, wording.Item3));
                        (pending, before) = (null, null);
                        continue;
                    }

                    if (!isResult)
                    {
                        if (label.Groups["label"].Value.StartsWith("Beschluss", StringComparison.OrdinalIgnoreCase) && pending is { } motion && rest.Length > 0 && SpokenVote.Read(rest) is { } voted)
                        {
                            found.Add(Made(motion.Number, motion.Wording, voted, motion.Place));
                            (pending, before) = (null, null);
                            continue;
                        }

                        Flush();
                        var number = label.Groups["number"].Success ? label.Groups["number"].Value : null;
                        var (words, inside) = Split(rest);
                        if (inside is not null && words.Length > 0)
                            found.Add(Made(number, words, inside, line.Place));
                        else
                            pending = (number, rest, line.Place);
                        before = null;
                        continue;
                    }
                }

                var vote = SpokenVote.Find(sentence);
                if (vote is not null && (vote.HasFigures || Decides().IsMatch(sentence)) && !Reports().IsMatch(sentence))
                {
                    var (words, inside) = Split(sentence);
                    var isBare = words.Length < 12 || Refers().IsMatch(sentence) || SpokenVote.Read(sentence) is not null;
                    if (isBare && pending is { } open)
                        found.Add(Made(open.Number, open.Wording, inside ?? vote, open.Place));
                    else if (isBare && before is null && found.Count > 0)
                        found[^1] = Completed(found[^1], vote);
                    else if (isBare && before is { } previous && !found.Any(other => other.Place == line.Place && other.Wording == previous.Text))
                        found.Add(Made(null, previous.Text, inside ?? vote, line.Place));
                    else if (isBare && found.Count > 0 && found[^1].Vote is null or { HasFigures: false } && vote.HasFigures)
                        found[^1] = Made(found[^1].Number, found[^1].Wording, vote, found[^1].Place);
                    else
                    {
                        if (pending is { Wording.Length: 0 } named)
                            found.Add(Made(named.Number, sentence, vote, line.Place));
                        else
                        {
                            Flush();
                            found.Add(Made(null, words.Length >= 12 ? words : sentence, vote, line.Place));
                        }
                    }

                    (pending, before) = (null, null);
                    continue;
                }

                if (pending is { Wording.Length: 0 } empty)
                    pending = (empty.Number, sentence, line.Place);
                before = (sentence, line.Place);
            }
        }

        Flush();
        return found;
    }

    // A wording with its vote at the end, in brackets or after a dash.
    private static (string Words, SpokenVote? Vote) Split(string text)
    {
        if (AtEnd().Match(text) is { Success: true } end && SpokenVote.Read(end.Groups["vote"].Value) is { } vote)
        {
            // "Das Protokoll wird" is no wording: such a sentence stays whole.
            var words = end.Groups["words"].Value.Trim().TrimEnd('–', '-', ',', ';').Trim();
            return (end.Groups["vote"].Value[0] is not ('(' or '[' or '–' or '-') && Unfinished().IsMatch(words) ? text : words, vote);
        }

        return (text, SpokenVote.Find(text) is { HasFigures: true } inside ? inside : Strong().IsMatch(text) ? SpokenVote.Find(text) : null);
    }

    private static FoundVote Made(string? number, string wording, SpokenVote vote, string place) =>
        new(number, wording, vote, vote.Outcome ?? Derived(vote), place);

    // "Damit angenommen." behind the figures says the same vote again.
    private static FoundVote Completed(FoundVote found, SpokenVote vote) =>
        found.Vote is { HasFigures: true } || !vote.HasFigures ? found with { Vote = found.Vote ?? vote, Outcome = vote.Outcome ?? found.Outcome } : Made(found.Number, found.Wording, vote, found.Place);

    // What the figures say: more for than against is adopted, a tie is not.
    private static Outcome Derived(SpokenVote vote) => vote switch
    {
        { Yes: > 0, No: 0 } => Outcome.Unanimous,
        { Yes: { } yes, No: { } no } => yes > no ? Outcome.Adopted : Outcome.Rejected,
        _ => Outcome.Adopted,
    };

    [GeneratedRegex(@"^\**(?<label>Beschluss(?:vorschlag|text|fassung)?|Beschlossen|Antrag|Abstimmung(?:sergebnis)?|Ergebnis|Votum|Entscheidung|E|B(?=[ :]))\**(?:\s*(?:Nr\.?\s*)?(?<number>[A-Z]{0,4}[ -]?\d[\w/.-]*))?(?:\s+(?:von|des|der) [^:]{2,40})?\s*\**:\**\s*(?<rest>.*)$", RegexOptions.IgnoreCase)]
    private static partial Regex Labelled();

    [GeneratedRegex(@"^(?:Abstimmung|Ergebnis|Votum)", RegexOptions.IgnoreCase)]
    private static partial Regex Result();

    [GeneratedRegex(@"\beinstimmig|\bmehrheitlich|\bmit (?:\w+ )?Mehrheit|\b(?:wird|wurde|werden|wurden|ist|sind)\b.*\b(?:angenommen|abgelehnt|beschlossen|genehmigt|bestätigt|zugestimmt|verabschiedet|zurückgestellt)\b|\b(?:angenommen|abgelehnt|beschlossen|genehmigt|zurückgestellt)\s*[.)]?$|\bbeschließt\b|\bbeschliesst\b|\bbei \w+ (?:Enthaltung|Gegenstimme|Enth)", RegexOptions.IgnoreCase)]
    private static partial Regex Decides();

    // What somebody else decided is news, no vote of this board.
    [GeneratedRegex(@"\b(?:Landesvorstand|Bundesvorstand|Landesparteitag|Parteivorstand|Kreistag|Stadtrat|Gemeinderat|im letzten Jahr|in der letzten Sitzung)\b.*\b(?:hat|habe|hatte|wurde)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Reports();

    [GeneratedRegex(@"^(?:(?:Der|Dieser) (?:Antrag|Vorschlag|Beschluss(?:vorschlag)?)|Das|Dies|Dem|Diesem Vorschlag|Sie|Er|Es) (?:wird|wurde|ist|stimm\w*|stimmen|werden)\b.{0,70}$|^(?:(?:Damit|Somit) .{0,60}$|Angenommen|Abgelehnt|Einstimmig|Mehrheitlich|Beschlossen|Zugestimmt|So beschlossen)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Refers();

    [GeneratedRegex(@"\b(?:wird|wurde|werden|wurden|ist|sind|hat|haben|stimmt|stimmen|beschließt|beschließen|nimmt)\b")]
    private static partial Regex Unfinished();

    [GeneratedRegex(@"\beinstimmig|\bmehrheitlich|\bmit (?:\w+ )?Mehrheit", RegexOptions.IgnoreCase)]
    private static partial Regex Strong();

    [GeneratedRegex(@"^(?<words>.{8,}?)[\s.,;:]*(?<vote>(?:[\[(][^\[\]()]+[\])]|[–-]\s[^–-]+|(?:mit|bei|einstimmig|mehrheitlich)\b[^.]*))\.?$", RegexOptions.IgnoreCase)]
    private static partial Regex AtEnd();
}
