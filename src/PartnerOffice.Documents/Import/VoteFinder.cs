using System.Text.RegularExpressions;
using PartnerOffice.Core;

namespace PartnerOffice.Documents.Import;

/// <summary>Finds resolutions and their votes in the text of an item.</summary>
internal static partial class VoteFinder
{
    /// <summary>Whether a sentence says how something was decided.</summary>
    public static bool IsVote(string sentence) => (SpokenVote.Find(sentence) is { } vote && (vote.HasFigures || Decides().IsMatch(sentence))) || Deferred().IsMatch(sentence);

    /// <summary>In what order the document says it gives its figures: "Abstimmungen immer [Ja|Enthaltung|Nein]".</summary>
    public static string? OrderOf(IEnumerable<OldLine> lines) =>
        lines.Select(line => Order().Match(line.Text)).FirstOrDefault(match => match.Success)?.Value;

    /// <param name="order">The order of figures that the document names.</param>
    public static IReadOnlyList<FoundVote> Find(IReadOnlyList<OldLine> lines, string? order = null)
    {
        var found = new List<FoundVote>();
        (string? Number, string Wording, string Place, bool IsDecided)? pending = null;
        (string Text, string Place)? before = null;
        string? paragraph = null;

        void Flush()
        {
            // What is called a resolution was decided, even where nobody wrote how; a motion was not.
            if (pending is { IsDecided: true } open && open.Wording.Length > 0)
                found.Add(new FoundVote(open.Number, open.Wording, null, Outcome.Adopted, open.Place));
            pending = null;
        }

        foreach (var line in lines)
        {
            var sentences = Sentences.Of(line.Text);
            foreach (var (sentence, index) in sentences.Select((sentence, index) => (LeadingArrow().Replace(sentence, ""), index)))
            {
                if (Labelled().Match(sentence) is { Success: true } label)
                {
                    var isResult = Result().IsMatch(label.Groups["label"].Value);
                    var rest = label.Groups["rest"].Value.Trim();
                    if (isResult && (SpokenVote.Read(rest, order) ?? SpokenVote.Find(rest, order)) is { } result)
                    {
                        var wording = pending ?? (null, before?.Text ?? rest, before?.Place ?? line.Place, true);
                        found.Add(Made(wording.Item1, wording.Item2, result, wording.Item3));
                        (pending, before) = (null, null);
                        continue;
                    }

                    if (!isResult)
                    {
                        if (label.Groups["label"].Value.StartsWith("Beschluss", StringComparison.OrdinalIgnoreCase) && pending is { } motion && rest.Length > 0 && SpokenVote.Read(rest, order) is { } voted)
                        {
                            found.Add(Made(motion.Number, motion.Wording, voted, motion.Place));
                            (pending, before) = (null, null);
                            continue;
                        }

                        Flush();
                        var number = label.Groups["number"].Success ? label.Groups["number"].Value : null;
                        var (words, inside) = Split(rest, order);
                        if (inside is not null && words.Length > 0)
                            found.Add(Made(number, words, inside, line.Place));
                        else
                            pending = (number, rest, line.Place, !Proposed().IsMatch(label.Groups["label"].Value));
                        before = null;
                        continue;
                    }
                }

                if (Motion().Match(sentence) is { Success: true } moved && SpokenVote.Find(sentence, order) is not { HasFigures: true })
                {
                    Flush();
                    (pending, before) = ((null, moved.Groups["rest"].Value, line.Place, false), null);
                    continue;
                }

                var vote = SpokenVote.Find(sentence, order);
                if (Deferred().IsMatch(sentence) && vote is not { HasFigures: true } && !Reports().IsMatch(sentence))
                {
                    // "Entscheidung vertagt." says nothing of what; the words before it do.
                    var topic = !OnlyDeferred().IsMatch(sentence) ? sentence : pending?.Wording ?? (index > 0 ? string.Join(' ', sentences.Take(index)) : paragraph) ?? sentence;
                    if (topic == sentence)
                        Flush();
                    found.Add(new FoundVote(topic == sentence ? null : pending?.Number, topic, null, Outcome.Deferred, line.Place));
                    (pending, before) = (null, null);
                    continue;
                }

                if (vote is not null && (vote.HasFigures || Decides().IsMatch(sentence)) && !Reports().IsMatch(sentence))
                {
                    var (words, inside) = Split(sentence, order);
                    var isBare = words.Length < 12 || (Refers().IsMatch(sentence) && !SaysWhat().IsMatch(sentence)) || SpokenVote.Read(sentence, order) is not null;
                    if (inside is { HasFigures: false } && vote.HasFigures && isBare)
                        inside = vote;
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

                if (vote is null && pending is null && Resolves().IsMatch(sentence) && !Reports().IsMatch(sentence))
                {
                    found.Add(new FoundVote(null, sentence, null, Refuses().IsMatch(sentence) ? Outcome.Rejected : Outcome.Adopted, line.Place));
                    before = null;
                    continue;
                }

                if (pending is { Wording.Length: 0 } empty)
                    pending = (empty.Number, sentence, line.Place, empty.IsDecided);
                before = (sentence, line.Place);
            }

            paragraph = line.Text;
        }

        Flush();
        return found;
    }

    // A wording with its vote at the end, in brackets or after a dash.
    private static (string Words, SpokenVote? Vote) Split(string text, string? order)
    {
        if (AtEnd().Match(text) is { Success: true } end && SpokenVote.Read(end.Groups["vote"].Value, order) is { } vote)
        {
            // "Das Protokoll wird" is no wording: such a sentence stays whole.
            var words = end.Groups["words"].Value.Trim().TrimEnd('–', '-', ',', ';').Trim();
            return (end.Groups["vote"].Value[0] is not ('(' or '[' or '–' or '-') && Unfinished().IsMatch(words) ? text : words, vote);
        }

        return (text, SpokenVote.Find(text, order) is { } inside && (inside.HasFigures || Strong().IsMatch(text)) ? inside : null);
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

    [GeneratedRegex(@"^\**(?<label>Beschluss(?:vorschlag|text|fassung)?|Beschlossen|Antrag|Abstimmung(?:sergebnis)?|Ergebnis|Votum|Entscheidung|E|B(?=[ :]))\**(?:\s*(?:Nr\.?\s*)?(?<number>[A-Z]{0,4}[ -]?\d[\w/.-]*))?(?:\s+(?:(?:von|des|der) |(?-i:\p{Lu}|\())[^:]{1,40})?\s*\**:\**\s*(?<rest>.*)$", RegexOptions.IgnoreCase)]
    private static partial Regex Labelled();

    [GeneratedRegex(@"^(?:Antrag|Beschlussvorschlag)", RegexOptions.IgnoreCase)]
    private static partial Regex Proposed();

    [GeneratedRegex(@"^(?:→|->|=>|⇒|➔|-->)\s*")]
    private static partial Regex LeadingArrow();

    // "Elke beantragt: …", "Leonie stellt den Antrag vor: …".
    [GeneratedRegex(@"^[^:]{2,60}\b(?:beantragt\w*|(?:stellt|stellte|bringt|brachte|verliest)[^:]*\bAntrag|schlägt[^:]*\bvor|schlug[^:]*\bvor)\b[^:]{0,30}:\s+(?<rest>[\p{Lu}„»""].{10,})$")]
    private static partial Regex Motion();

    [GeneratedRegex(@"\b(?:wird|wurde|werden|wurden|ist|sind)\b.*\b(?:vertagt|zurückgestellt)\b|\b(?:vertagt|zurückgestellt)\s*[.)]?$|\b(?:entschieden|Entscheidung\w*|Beschluss\w*|Abstimmung\w*|Beratung|\p{L}*[Aa]ntrag\w*|Wahl|Punkt)\b.*\b(?:wird|wurde|werden|wurden|und)\b.*\bverschoben\b|\b(?:vertagt|vertagen) (?:die|den|das) (?:Entscheidung|Beschluss\w*|Abstimmung|Punkt|Antrag)", RegexOptions.IgnoreCase)]
    private static partial Regex Deferred();

    [GeneratedRegex(@"^(?:(?:Die|Der|Das|Dies\w*)\s+)?(?:(?:Entscheidung|Beschluss\w*|Abstimmung|Punkt|TOP|Thema|Antrag|Beratung|Das|Dies|Er|Sie)\s+)?(?:(?:wird|wurde|ist)\s+)?(?:(?:daher|deshalb|damit|somit)\s+)?(?:auf\s.{3,40}\s|bis\s.{3,40}\s)?(?:vertagt|verschoben|zurückgestellt)\b.{0,30}$", RegexOptions.IgnoreCase)]
    private static partial Regex OnlyDeferred();

    // A board that decides, without a word of how.
    [GeneratedRegex(@"^(?:(?:Der|Die) (?:\p{L}*vorstand|Kreisverband|KV|Versammlung|Runde|Anwesenden)|Wir)\b[^.]*?\b(?:beschließ\w+|beschliess\w+|beschloss\w*|(?:einig|verständig)(?:t|te|ten|en) (?:sich|uns)|bewillig(?:t|te|en)|genehmig(?:t|te|en)|lehn(?:t|te|en)\b.*\bab|stimm(?:t|te|en)\b.*\bzu|(?:spricht|sprach) sich\b.*\b(?:aus|dafür|dagegen))\b", RegexOptions.IgnoreCase)]
    private static partial Regex Resolves();

    [GeneratedRegex(@"\blehn(?:t|te|en)\b.*\b(?:Antrag|Vorschlag)\b.*\bab\b", RegexOptions.IgnoreCase)]
    private static partial Regex Refuses();

    // "Es wird beschlossen, das Fest zu veranstalten" refers to nothing before it.
    [GeneratedRegex(@",\s.*\b(?:zu\s+\p{Ll}+en|\p{Ll}+zu\p{Ll}+en)\b|,\s+dass\b")]
    private static partial Regex SaysWhat();

    [GeneratedRegex(@"\b(?:ja|nein|enth\p{L}*|dafür|dagegen)\.?\s*[/|,:–-]\s*(?:ja|nein|enth\p{L}*|dafür|dagegen)\.?\s*[/|,:–-]\s*(?:ja|nein|enth\p{L}*|dafür|dagegen)\b\.?(?![\s:=\])]*\d)", RegexOptions.IgnoreCase)]
    private static partial Regex Order();

    [GeneratedRegex(@"^(?:Abstimmung|Ergebnis|Votum)", RegexOptions.IgnoreCase)]
    private static partial Regex Result();

    [GeneratedRegex(@"\beinstimmig|\bmehrheitlich|\bmit (?:\w+ )?Mehrheit|\b(?:wird|wurde|werden|wurden|ist|sind)\b.*\b(?:angenommen|abgelehnt|beschlossen|genehmigt|gebilligt|bestätigt|zugestimmt|verabschiedet|zurückgestellt)\b|\b(?:angenommen|abgelehnt|gebilligt|beschlossen|genehmigt|zurückgestellt)\s*[.)]?$|\bbeschließt\b|\bbeschliesst\b|\bbei \w+ (?:Enthaltung|Gegenstimme|Enth)|\bkeine Mehrheit\b|\beinvernehmlich|\beinmütig|\beinhellig", RegexOptions.IgnoreCase)]
    private static partial Regex Decides();

    // What somebody else decided is news, no vote of this board.
    [GeneratedRegex(@"\b(?:Landesvorstand|Bundesvorstand|Landesparteitag|Bundesparteitag|Parteivorstand|Landtag|Bundestag|Kreistag|Stadtrat|Gemeinderat|(?:im|der) Rat|Ausschuss|Bezirksversammlung|im letzten Jahr|in der letzten Sitzung)\b.*\b(?:hat|habe|hatte|haben|ist|sei|wurde|wurden)\b|\b(?:ist|sind|wurden?|hat|haben|sei|seien)\s+(?:\S+\s+){0,2}(?:im|vom|in der) (?:Rat|Stadtrat|Gemeinderat|Kreistag|Landtag|Bundestag|Bezirksversammlung|\p{L}*ausschuss)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Reports();

    [GeneratedRegex(@"^(?:(?:Der|Dieser) (?:Antrag|Vorschlag|Beschluss(?:vorschlag)?)|Das|Dies|Dem|Diesem Vorschlag|Sie|Er|Es) (?:wird|wurde|ist|stimm\w*|stimmen|werden)\b.{0,70}$|^(?:(?:Damit|Somit) .{0,60}$|Angenommen|Abgelehnt|Einstimmig|Mehrheitlich|Beschlossen|Zugestimmt|So beschlossen)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Refers();

    [GeneratedRegex(@"\b(?:wird|wurde|werden|wurden|ist|sind|hat|haben|stimmt|stimmen|beschließt|beschließen|nimmt)\b")]
    private static partial Regex Unfinished();

    [GeneratedRegex(@"\beinstimmig|\bmehrheitlich|\bmit (?:\w+ )?Mehrheit", RegexOptions.IgnoreCase)]
    private static partial Regex Strong();

    [GeneratedRegex(@"^(?<words>.{8,}?)[\s.,;:]*(?<vote>(?:[\[(][^\[\]()]+[\])]|[–-]\s[^–-]+|\b(?:mit|bei|einstimmig|mehrheitlich)\b[^.]*))\.?$", RegexOptions.IgnoreCase)]
    private static partial Regex AtEnd();
}
