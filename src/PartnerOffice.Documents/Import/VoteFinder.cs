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
    /// <param name="title">The title of the item, which may itself be the motion that is voted on.</param>
    public static IReadOnlyList<FoundVote> Find(IReadOnlyList<OldLine> lines, string? order = null, string? title = null)
    {
        var found = new List<FoundVote>();
        (string? Number, string Wording, string Place, bool IsDecided)? pending = null;
        (string Text, string Place)? before = null;
        (string Text, string Place)? motion = title is not null && lines.Count > 0 && ItemTitle.MotionIn(title) is { } moves ? (moves, lines[0].Place) : null;
        var titled = motion;
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

                if (WithVoteInLabel(sentence, line.Place, order) is { } labelled)
                {
                    Flush();
                    found.Add(labelled);
                    (pending, before) = (null, null);
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
                        if (pending is null && motion is { } decided && about is not null && RefersToMotion().IsMatch(about))
                            (before, motion, about) = (decided, null, null);
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
                // "Der Antrag ist zu teuer" speaks about the motion that the title names.
                if (MotionProse().IsMatch(sentence) && !(motion is not null && motion == titled && RefersToMotion().IsMatch(sentence)))
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

    private static FoundVote? WithVoteInLabel(string sentence, string place, string? order)
    {
        if (VoteInLabel().Match(sentence) is not { Success: true } label || SpokenVote.Read(label.Groups["vote"].Value, order) is not { } said || !(said.HasFigures || said.Outcome is not null) || SpokenVote.Read(label.Groups["rest"].Value, order) is not null)
            return null;

        // "…: Wir kaufen ein Zelt. – Damit abgelehnt": what stands behind completes the figures.
        var (words, behind) = Split(label.Groups["rest"].Value, order);
        var made = Made(label.Groups["number"].Success ? label.Groups["number"].Value : null, words, said, place);
        return behind is null ? made : Completed(made, behind);
    }

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
}
