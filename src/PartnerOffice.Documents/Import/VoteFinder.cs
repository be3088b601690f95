using System.Text.RegularExpressions;
using PartnerOffice.Core;

namespace PartnerOffice.Documents.Import;

/// <summary>Finds resolutions and their votes in the text of an item.</summary>
internal static partial class VoteFinder
{
    /// <summary>Whether a text says of itself that it is a resolution or its result.</summary>
    public static bool IsLabelled(string text) => Labelled().IsMatch(text) || BareLabel().IsMatch(text);

    /// <summary>Whether a text says of itself that it is the result of a vote.</summary>
    public static bool IsResult(string text) => Result().IsMatch(text) && IsLabelled(text);

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
        (string Text, string Place)? motion = null;
        string? paragraph = null;

        void Flush()
        {
            // What is called a resolution was decided, even where nobody wrote how; a motion was not.
            if (pending is { Wording.Length: > 0 } open && (open.IsDecided || DeferredItself().IsMatch(open.Wording)))
                found.Add(new FoundVote(open.Number, open.Wording, null, DeferredItself().IsMatch(open.Wording) ? Outcome.Deferred : Outcome.Adopted, open.Place));
            pending = null;
        }

        foreach (var line in BallotLines.Merged(lines))
        {
            var sentences = Sentences.Of(line.Text);
            foreach (var (sentence, index) in sentences.Select((sentence, index) => (InBrackets().Replace(LeadingArrow().Replace(sentence, ""), "${label}: "), index)))
            {
                // "Der Vorstand stimmt wie folgt ab:" and "Abstimmungsergebnis" alone say nothing of their own.
                if (VoteFollows().IsMatch(sentence) || (sentences.Count == 1 && ResultAlone().IsMatch(sentence)))
                    continue;

                if (sentences.Count == 1 && BareLabel().Match(sentence) is { Success: true } bare)
                {
                    Flush();
                    (pending, before) = ((bare.Groups["number"].Success ? bare.Groups["number"].Value : null, "", line.Place, !Proposed().IsMatch(sentence)), null);
                    continue;
                }

                if (Labelled().Match(sentence) is { Success: true } label)
                {
                    var isResult = Result().IsMatch(label.Groups["label"].Value);
                    var rest = label.Groups["rest"].Value.Trim();
                    if (isResult && ResultIn(rest, order) is { } result)
                    {
                        // The words of the resolution said already that it was adopted; here are the figures.
                        if (pending is null && before is null && found.Count > 0 && found[^1].Vote is not { HasFigures: true })
                        {
                            found[^1] = Completed(found[^1], result);
                            continue;
                        }

                        // "Abstimmung über 300 Euro: …" says itself about what.
                        var about = label.Groups["about"].Success ? sentence[..label.Groups["rest"].Index].TrimEnd(' ', ':') : null;
                        var wording = pending ?? (null, string.Join(' ', ((string?[])[before?.Text, about]).OfType<string>()) is { Length: > 0 } topic ? topic : rest, before?.Place ?? line.Place, true);
                        found.Add(Made(wording.Item1, wording.Item2, result, wording.Item3));
                        (pending, before) = (null, null);
                        continue;
                    }

                    // "Ergebnis: Ja –, Nein –" says nothing.
                    if (isResult && NoFigures().IsMatch(rest))
                        continue;

                    if (!isResult || rest.Length is 0 or > 12)
                    {
                        if (rest.Length == 0 && isResult)
                            continue;

                        if (label.Groups["label"].Value.StartsWith("Beschluss", StringComparison.OrdinalIgnoreCase) && pending is { } proposed && rest.Length > 0 && SpokenVote.Read(rest, order) is { } voted)
                        {
                            found.Add(Made(proposed.Number, proposed.Wording, voted, proposed.Place));
                            (pending, before) = (null, null);
                            continue;
                        }

                        // "Beschluss: vertagt auf Mai".
                        if (OnlyDeferred().IsMatch(rest) && (pending?.Wording ?? before?.Text) is { Length: > 0 } put)
                        {
                            found.Add(new FoundVote(pending?.Number, put, null, Outcome.Deferred, line.Place));
                            (pending, before) = (null, null);
                            continue;
                        }

                        if (pending is null && before is { } talked && SpokenVote.Read(rest, order) is { } outcome && !outcome.HasFigures)
                        {
                            found.Add(Made(null, talked.Text, outcome, talked.Place));
                            before = null;
                            continue;
                        }

                        // A box says its number first, then the wording.
                        var named = pending is { Wording.Length: 0 } box ? box : default;
                        if (pending is not { Wording.Length: 0 })
                            Flush();
                        var number = label.Groups["number"].Success ? label.Groups["number"].Value : named.Number;
                        var (words, inside) = Split(rest, order);
                        if (inside is not null && words.Length > 0)
                            found.Add(Made(number, words, inside, line.Place));
                        else
                            pending = (number, rest, line.Place, named.IsDecided || !Proposed().IsMatch(label.Groups["label"].Value));
                        before = null;
                        continue;
                    }
                }

                // "Einstimmig: Wir organisieren …".
                if (ResultFirst().Match(sentence) is { Success: true } first && SpokenVote.Read(first.Groups["vote"].Value, order) is { } said)
                {
                    Flush();
                    var (decided, figures) = Split(first.Groups["rest"].Value, order);
                    var made = Made(null, decided, figures ?? said, line.Place);
                    found.Add(said.Outcome is Outcome.Rejected or Outcome.Deferred ? made with { Outcome = said.Outcome.Value } : made);
                    (pending, before) = (null, null);
                    continue;
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
                    if (motion is not null && RefersToMotion().IsMatch(sentence))
                        (before, motion) = (motion, null);
                    var (words, inside) = Split(sentence, order);
                    var isBare = words.Length < 12 || ((Refers().IsMatch(sentence) || RefersToMotion().IsMatch(sentence)) && !SaysWhat().IsMatch(sentence)) || SpokenVote.Read(sentence, order) is not null;
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
                if (MotionProse().IsMatch(sentence))
                    motion = before;
            }

            paragraph = line.Text;
        }

        Flush();
        return found;
    }

    // "Abgestimmt: Das Protokoll ist mit einer Änderung angenommen." is a wording, "Ergebnis: klar angenommen" is none.
    private static SpokenVote? ResultIn(string rest, string? order) =>
        SpokenVote.Read(rest, order) ?? (SpokenVote.Find(rest, order) is { } vote && (rest.Length < 30 || (vote.HasFigures && Split(rest, order).Words.Length < 12)) ? vote : null);

    // A wording with its vote at the end, in brackets or after a dash.
    private static (string Words, SpokenVote? Vote) Split(string text, string? order)
    {
        if (AtEnd().Match(text) is { Success: true } end && SpokenVote.Read(end.Groups["vote"].Value, order) is { } vote)
        {
            // "Das Protokoll wird" is no wording: such a sentence stays whole.
            var words = end.Groups["words"].Value.Trim().TrimEnd('–', '-', ',', ';').Trim();
            // "… [1|5|1] – abgelehnt": figures and word side by side.
            if (!vote.HasFigures && AtEnd().Match(words) is { Success: true } figures && SpokenVote.Read(figures.Groups["vote"].Value, order) is { HasFigures: true } && SpokenVote.Find(text, order) is { HasFigures: true } both)
                return (figures.Groups["words"].Value.Trim().TrimEnd('–', '-', ',', ';').Trim(), both);
            return (end.Groups["vote"].Value[0] is not ('(' or '[' or '–' or '-') && Unfinished().IsMatch(words) ? text : words, vote);
        }

        return (text, SpokenVote.Find(text, order) is { } inside && (inside.HasFigures || Strong().IsMatch(text)) ? inside : null);
    }

    private static FoundVote Made(string? number, string wording, SpokenVote vote, string place) =>
        new(number, wording, vote, vote.HasFigures || !DeferredItself().IsMatch(wording) ? vote.Outcome ?? Derived(vote) : Outcome.Deferred, place);

    // "Damit angenommen." behind the figures says the same vote again.
    private static FoundVote Completed(FoundVote found, SpokenVote vote) =>
        found.Vote is { HasFigures: true } || !vote.HasFigures ? found with { Vote = found.Vote ?? vote, Outcome = vote.Outcome ?? found.Outcome } : Made(found.Number, found.Wording, vote, found.Place);

    // What the figures say: more for than against is adopted, a tie is not.
    private static Outcome Derived(SpokenVote vote) => vote switch
    {
        { Yes: > 0, No: 0 } => Outcome.Unanimous,
        { Yes: null, No: 0 } => Outcome.Unanimous,
        { Yes: { } yes, No: { } no } => yes > no ? Outcome.Adopted : Outcome.Rejected,
        _ => Outcome.Adopted,
    };

    [GeneratedRegex(@"^\**(?<label>Beschlu(?:ss|ß)(?:vorschlag|text|fassung|antrag)?|Beschl\.|Beschlossen(?: (?:wird|wurde))?|BV|Antrag(?:stext)?|Wortlaut|Abstimmung(?:sergebnis)?|Abgestimmt|Abst\.|Ergebnis|Votum|Entscheidung|Entschieden|Stimmen|(?:Hiermit |Es |Folgendes )?(?:wird|wurde) (?:(?:daher|somit|folgendes|einstimmig|mehrheitlich) )?(?:beschlossen|festgelegt)|(?:Der|Die|Wir|Das) (?:\p{L}*vorstand |Versammlung |Runde |Gremium |KV |Kreisverband |Anwesenden )?(?:(?:fasst|faßt|fasste|trifft|traf)\b[^:]{0,20}\b(?:Beschluss|Entscheidung)|beschließ(?:t|en)|beschloss(?:en)?|haben beschlossen|hat beschlossen)(?: \p{Ll}+){0,2}|(?:Zur Abstimmung|Zum Beschluss) (?:steht|stand|kommt|kam|gestellt wird|wird gestellt)|Folgender Beschluss[^:]{0,30}|E|B(?=[ :\d]))\**(?:\s*(?:Nr\.?\s*)?(?<number>[A-Z]{0,4}[ -]?\d[\w/.-]*))?(?<about>\s+(?:(?:von|vom|des|der|zu|zur|zum|über) |(?-i:\p{Lu}|\())[^:]{1,40})?\s*\**:\**\s*(?<rest>.*)$", RegexOptions.IgnoreCase)]
    private static partial Regex Labelled();

    [GeneratedRegex(@"^(?:Antrag|Beschlussvorschlag|BV|Abstimmung|Abgestimmt|Wortlaut|Zu[rm] |Votum|Stimmen|Beschlussantrag)", RegexOptions.IgnoreCase)]
    private static partial Regex Proposed();

    [GeneratedRegex(@"^(?:" + Signs.Arrow + @"|[>•–]\s)\s*")]
    private static partial Regex LeadingArrow();

    [GeneratedRegex(@"^(?<vote>(?:Einstimmig|Mehrheitlich|Angenommen|Abgelehnt|Vertagt|Zurückgestellt|Im Konsens|Konsens)(?: \p{Ll}+){0,3}(?:\s*\([^)]*\))?)\s*:\s+(?<rest>.{12,})$", RegexOptions.IgnoreCase)]
    private static partial Regex ResultFirst();

    [GeneratedRegex(@"\b(?:stimm(?:t|en|te|ten)\b.*\bab|abgestimmt|Abstimmung)\b.{0,30}:$|\bwie folgt(?: ab)?:$", RegexOptions.IgnoreCase)]
    private static partial Regex VoteFollows();

    [GeneratedRegex(@"^(?:Abstimmung(?:sergebnis)?|Ergebnis(?: der Abstimmung)?|Votum)$", RegexOptions.IgnoreCase)]
    private static partial Regex ResultAlone();

    // "[BESCHLUSS] Der Verband …".
    [GeneratedRegex(@"^\[(?<label>Beschl[uü]ss\w*|Antrag|Abstimmung|Ergebnis|Votum|Entscheidung)\]\s*:?\s*", RegexOptions.IgnoreCase)]
    private static partial Regex InBrackets();

    // "Carlo beantragt die Anschaffung …", and later "der Antrag wird abgelehnt".
    [GeneratedRegex(@"\b(?:beantrag(?:t|te|en|ten)|stellt(?:e)? den Antrag|schl(?:ägt|ug|agen|ugen)\b.*\bvor|regt(?:e)?\b.*\ban|Vorschlag|Antrag)\b")]
    private static partial Regex MotionProse();

    [GeneratedRegex(@"\b(?:[Dd]er|[Dd]ieser|[Dd]em|[Dd]iesem|[Dd]en) (?:Antrag|Vorschlag|Beschlussvorschlag)\b(?!\s+(?:auf|von|vom|des|der|zur|zum|für|eine[rs]?)\b|,)")]
    private static partial Regex RefersToMotion();

    // "Beschluss 2025/01" as the head of a box, or alone above the wording.
    [GeneratedRegex(@"^\**(?:Beschlu(?:ss|ß)(?:vorschlag|text|antrag)?|Antrag(?:stext)?|Beschlossen)\**(?:\s*(?:Nr\.?|Nummer|#)?\s*(?<number>[A-Z]{0,4}[ -]?\d[\w/.-]*))?\s*:?$", RegexOptions.IgnoreCase)]
    private static partial Regex BareLabel();

    [GeneratedRegex(@"^\s*(?:(?:Ja|Nein|Enth\p{L}*|J|N|E|Stimmen)\.?\s*:?\s*[–—-]?\s*[,;/|]?\s*)+$|^[–—\s/|-]+$", RegexOptions.IgnoreCase)]
    private static partial Regex NoFigures();

    // A resolution to decide later; an event that is put off is a decision like others.
    [GeneratedRegex(@"\b(?:wird|wurde|werden|wurden|ist|sind)\b.*\b(?:vertagt|zurückgestellt)\b|\b(?:vertagt|zurückgestellt)\s*[.)]?$|\bvertagen wir\b|\b(?:verschoben|verschieben|verschiebt|vertagt)\b.*\b(?:\p{L}*[Ss]itzung|Treffen|nächste[ns]? Mal)\b|\b(?:auf|in) (?:die|das|der) (?:nächste |kommende )?(?:\p{L}*[Ss]itzung|Treffen|nächste Mal)\b.*\bverschoben\b")]
    private static partial Regex DeferredItself();

    // "Elke beantragt: …", "Leonie stellt den Antrag vor: …".
    [GeneratedRegex(@"^[^:]{2,60}\b(?:beantragt\w*|(?:stellt|stellte|bringt|brachte|verliest)[^:]*\bAntrag|schlägt[^:]*\bvor|schlug[^:]*\bvor)\b[^:]{0,30}:\s+(?<rest>[\p{Lu}„»""].{10,})$")]
    private static partial Regex Motion();

    [GeneratedRegex(@"\b(?:wird|wurde|werden|wurden|ist|sind)\b.*\b(?:vertagt|zurückgestellt)\b|\b(?:vertagt|zurückgestellt)\s*[.)]?$|\b(?:entschieden|Entscheidung\w*|Beschluss\w*|Abstimmung\w*|Beratung|\p{L}*[Aa]ntrag\w*|Wahl|Punkt|TOP)\b.*\b(?:wird|wurde|werden|wurden|und)\b.*\bverschoben\b|\b(?:vertagt|vertagen) (?:die|den|das) (?:Entscheidung|Beschluss\w*|Abstimmung|Punkt|Antrag)|^(?:vertagt|zurückgestellt|verschoben)\b.{0,50}$|\b(?:Entscheidung|Beschluss\w*|Abstimmung|Punkt|TOP|Thema|Antrag|Wahl|Beratung)\b(?:\s+[\w.]+){0,3}\s+(?:vertagt|verschoben|zurückgestellt)\b|\b(?:Der|Die) \p{L}*(?:vorstand|Versammlung|Runde) (?:vertagt|verschiebt|stellt .* zurück)\b|\b(?:vertagen|verschieben) wir\b.*\b(?:Sitzung|\p{L}+sitzung|Treffen|nächste\w*)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Deferred();

    [GeneratedRegex(@"^(?:(?:Die|Der|Das|Dies\w*)\s+)?(?:(?:Entscheidung|Beschluss\w*|Abstimmung|Punkt|TOP|Thema|Antrag|Beratung|Das|Dies|Er|Sie|Wird|Wurde)\s+)?(?:(?:wird|wurde|ist)\s+)?(?:(?:daher|deshalb|damit|somit)\s+)?(?:auf\s.{3,40}\s|bis\s.{3,40}\s)?(?:vertagt|verschoben|zurückgestellt)\b.{0,50}$", RegexOptions.IgnoreCase)]
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

    [GeneratedRegex(@"^(?:Abstimmung|Abgestimmt|Abst\.|Ergebnis|Votum|Stimmen)", RegexOptions.IgnoreCase)]
    private static partial Regex Result();

    [GeneratedRegex(@"\beinstimmig|\beinst\.|\bmehrh\.|\b(?:angen|abgel)\.|\bmehrheitlich|\bmit (?:\w+ )?Mehrheit|\b(?:wird|wurde|werden|wurden|ist|sind)\b.*\b(?:angenommen|abgelehnt|beschlossen|genehmigt|gebilligt|bestätigt|zugestimmt|verabschiedet|zurückgestellt)\b|\b(?:angenommen|abgelehnt|gebilligt|beschlossen|genehmigt|zurückgestellt|zugestimmt)\s*[.)]?$|\bbeschließt\b|\bbeschliesst\b|\bbei \w+ (?:Enthaltung|Gegenstimme|Enth)|\b(?:keine|ohne|verfehlt die|nicht die)\s+(?:erforderliche\s+)?Mehrheit\b|\beinvernehmlich|\beinmütig|\beinhellig|\bim Konsens\b|\b(?:alle|allen)\b.{0,40}\b(?:dafür|Stimmen|zu)\b|\bstimm(?:en|ten) (?:\w+ )?alle\b|\bohne (?:Gegenstimmen?|Widerspruch|Gegenrede)\b|\b(?:fällt|fiel|geht|ging|kommt|kam) (?:\w+ )?(?:durch|nicht durch)\b|\bdurchgefallen\b", RegexOptions.IgnoreCase)]
    private static partial Regex Decides();

    // What somebody else decided is news, no vote of this board.
    [GeneratedRegex(@"\b(?:keine|ohne) (?:förmliche )?(?:Abstimmung|Beschlussfassung)\b|\bkein Beschluss\b|\bMeinungsbild\b|\b(?:wird|werden|soll|sollen|muss)\s+(?:im|am|erst|noch|dann|voraussichtlich)\b.*\b(?:verabschiedet|beschlossen|abgestimmt|bestätigt|genehmigt)\b|\b(?:Landesvorstand|Bundesvorstand|Landesparteitag|Bundesparteitag|Parteivorstand|Landtag|Bundestag|Kreistag|Stadtrat|Gemeinderat|(?:im|der) Rat|Ausschuss|Bezirksversammlung|im letzten Jahr|in der letzten Sitzung)\b.*\b(?:hat|habe|hatte|haben|ist|sei|wurde|wurden)\b|\b(?:ist|sind|wurden?|hat|haben|sei|seien)\s+(?:\S+\s+){0,2}(?:im|vom|in der) (?:Rat|Stadtrat|Gemeinderat|Kreistag|Landtag|Bundestag|Bezirksversammlung|\p{L}*ausschuss)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Reports();

    [GeneratedRegex(@"^(?:(?:Der|Dieser) (?:Antrag|Vorschlag|Beschluss(?:vorschlag)?)|Das|Dies|Dem|Dem (?:Antrag|Vorschlag)|Diesem (?:Antrag|Vorschlag)|Sie|Er|Es) (?:wird|wurde|ist|stimm\w*|stimmen|werden|findet|fand|erhält|erhielt|fällt|fiel|geht|verfällt|verfiel)\b.{0,90}$|^(?:(?:Damit|Somit|Die Mehrheit|Hierfür|Hiergegen|Dafür|Dagegen|Dem) .{0,70}$|Alle (?:\w+ )?(?:sind |stimmen )?(?:dafür|zu)\b.{0,40}$|(?:Angenommen|Abgelehnt|Einstimmig|Mehrheitlich|Beschlossen|Zugestimmt|So beschlossen)\b)", RegexOptions.IgnoreCase)]
    private static partial Regex Refers();

    [GeneratedRegex(@"\b(?:wird|wurde|werden|wurden|ist|sind|hat|haben|stimmt|stimmen|beschließt|beschließen|nimmt)\b")]
    private static partial Regex Unfinished();

    [GeneratedRegex(@"\beinstimmig|\bmehrheitlich|\bmit (?:\w+ )?Mehrheit|\balle dafür\b|\bim Konsens\b|\b(?:angenommen|abgelehnt)\s*[.)]?$", RegexOptions.IgnoreCase)]
    private static partial Regex Strong();

    [GeneratedRegex(@"^(?<words>.{8,}?)[\s.,;:]*(?<vote>(?:[\[(][^\[\]()]+[\])](?:\s*[–-]?\s*\p{L}+){0,3}|[–-]\s[^–-]+(?:[–-]\s[^–-]+)?|" + Signs.Arrow + @"\s*[^→]+|\b(?:mit|bei|einstimmig|mehrheitlich|einst\.|mehrh\.)(?=[\s,:]|$)[^.]*))\.?$", RegexOptions.IgnoreCase)]
    private static partial Regex AtEnd();
}
