using System.Text.RegularExpressions;
using PartnerOffice.Core;

namespace PartnerOffice.Documents.Import;

/// <summary>Finds tasks: in the column of who, in lists, behind labels and arrows, and where a person of the meeting takes something on.</summary>
internal sealed partial class ActionFinder(KnownPeople people, Deadlines deadlines, List<Finding> questions)
{
    // What a sentence may refer to: the sentence before it, and who that one was about.
    private string? before;
    private string? lastPerson;

    /// <summary>Whether a text says of itself that it is a task.</summary>
    public static bool IsLabelled(string text) => Task().IsMatch(text);

    public IReadOnlyList<FoundAction> Find(IReadOnlyList<OldLine> lines)
    {
        var found = new List<FoundAction>();
        var isList = false;
        string? source = null;
        (before, lastPerson) = (null, null);
        foreach (var line in TaskFields.Merged(lines))
        {
            if (Done().IsMatch(line.Text))
                continue;
            if (line.IsTask || (line.Who is { } column && !NoBody().IsMatch(column)))
            {
                // "Finn: Angebote einholen" in the column of who says itself what.
                if (line.Who is { } named && Inside(named).ToList() is { Count: > 0 } inside)
                {
                    found.AddRange(inside.Select(task => Made(task.What, task.Who, DueIn(task.What, line.Place) ?? (line.Due is null ? null : Day(deadlines.Of(line.Due), line.Place)), line.Place)));
                    continue;
                }

                var (person, due) = WhoAndDue(line.Who is { } said && !NoBody().IsMatch(said) ? said : "", line.Place);
                found.Add(Made(Label().Replace(line.Text, ""), person, (line.Due is null ? null : Day(deadlines.Of(line.Due), line.Place)) ?? due ?? DueIn(line.Text, line.Place), line.Place));
                continue;
            }

            if (ListHead().IsMatch(line.Text))
            {
                isList = true;
                continue;
            }

            isList &= line.IsListed || (Named().Match(line.Text) is { Success: true } entry && IsPerson(entry.Groups["who"].Value)) || Deadlines.IsIn(line.Text) || InSegments(line.Text, line.Place) is not null;
            foreach (var (sentence, index) in (line.IsOpenTask || isList ? [line.Text] : Sentences.Of(line.Text).SelectMany(Promises)).Select((sentence, index) => (Pinned().Replace(sentence, ""), index)))
            {
                // "Nina überweist den Vorschuss. (bis 12.9.)", "… (Anna, bis 3.5.)".
                if (Alone().Match(sentence) is { Success: true } bracketed && found.Count > 0 && source is not null && source == before)
                {
                    var inside = bracketed.Groups["words"].Value;
                    if (Deadlines.IsOnly(inside) || Deadlines.IsIn(inside) || IsPerson(inside))
                    {
                        var (by, at) = WhoAndDue(inside, line.Place);
                        found[^1] = found[^1] with { Who = found[^1].Who ?? (by is not null && IsPerson(by) ? people.Named(by) : null), Due = found[^1].Due ?? at };
                        continue;
                    }
                }

                if (Alone().Match(sentence) is { Success: true } behind && before is not null && IsPerson(behind.Groups["words"].Value) && (Deadlines.IsIn(behind.Groups["words"].Value) || InSegments("– " + before + " – " + behind.Groups["words"].Value, line.Place) is not null))
                {
                    AddTo(found, behind.Groups["words"].Value, isSaid: false, line.Place);
                    continue;
                }

                if (AloneDue().Match(sentence) is { Success: true } only && found.Count > 0 && deadlines.Of(only.Groups["day"].Value) is { Value: { } } day)
                {
                    if (found[^1].Due is null)
                        found[^1] = found[^1] with { Due = Day(day, line.Place) };
                    continue;
                }

                if (AloneResponsible(sentence) is { } said)
                {
                    // "Zuständig: Dirk, bis 15.04." below what is to be done.
                    AddTo(found, said, source is not null && source == before, line.Place);
                }
                else if (OnlyNames(sentence, line.Place) is { } alone && before is not null)
                {
                    AddTo(found, alone, source == before, line.Place);
                }
                else if ((InSentence(sentence, line.Place, index == 0) ?? (line.IsOpenTask || isList ? Plain(sentence, line.Place) : null)) is { } action)
                {
                    found.Add(action);
                    source = sentence;
                }

                if (Clause().Match(sentence) is { Success: true, Index: 0 } about && IsPerson(about.Groups["who"].Value))
                    lastPerson = about.Groups["who"].Value;
                // "Der Vorschlag wird angenommen" says less of a task than what was proposed.
                if (before is null || sentence.Length > 80 || !VoteFinder.IsVote(sentence))
                    before = sentence;
            }
        }

        return found;
    }

    // "Anna entwirft den Aufruf, Bernd informiert die Presse" are two tasks.
    private IEnumerable<string> Promises(string sentence)
    {
        var starts = Clause().Matches(sentence)
            .Where(clause => IsPerson(clause.Groups["who"].Value) && TakesOn().Match(sentence, clause.Groups["verb"].Index) is { Success: true } taken && taken.Index == clause.Groups["verb"].Index)
            .Select(clause => clause.Index)
            .ToList();
        if (starts.Count < 2 || starts[0] != 0)
            return [sentence];

        return starts.Select((start, index) => JoiningWord().Replace(sentence[start..(index + 1 < starts.Count ? starts[index + 1] : sentence.Length)], ""));
    }

    private IEnumerable<(string Who, string What)> Inside(string column) => column.Split(';', StringSplitOptions.TrimEntries)
        .Select(part => Named().Match(part))
        .Where(match => match.Success && IsPerson(match.Groups["who"].Value))
        .Select(match => (match.Groups["who"].Value, Bare(match.Groups["what"].Value)))
        .Concat(people.Leading(column) is { } leading && WhoAndDue(column, "").Who is { } said && TakesOn().Match(said, Math.Min(said.Length, leading.Length)) is { Success: true } taken && taken.Index <= leading.Length + 1 ? [(leading, said)] : []);

    private FoundAction Made(string what, string? who, DateOnly? due, string place) => new(what, who is null ? null : people.Named(who), due, place);

    private FoundAction Plain(string text, string place) => InSegments(text, place) ?? Made(Bare(text), WhoIn(text), DueIn(text, place, isExplicit: true), place);

    private static string? AloneResponsible(string sentence)
    {
        if (Responsible().Match(sentence) is not { Success: true } alone || alone.Groups["what"].Value.Trim(' ', '(', '[', '–', '-').Length >= 4)
            return null;

        var said = sentence[alone.Groups["who"].Index..];
        return said.Count(letter => letter == ')') > said.Count(letter => letter == '(') ? said.TrimEnd('.', ')') : said;
    }

    private void AddTo(List<FoundAction> found, string said, bool isSaid, string place)
    {
        // "verantwortlich: Klaus (Gliederung an alle, 25.09.)" says itself what.
        if (InBracket().Match(said) is { Success: true } bracket && Without(bracket.Groups["what"].Value) is { Length: > 4 } what && !IsPerson(what))
        {
            found.Add(Made(what, WhoAndDue(bracket.Groups["who"].Value, place).Who, DueIn(bracket.Groups["what"].Value, place, isExplicit: true) ?? DueIn(bracket.Groups["after"].Value, place, isExplicit: true), place));
            return;
        }

        var (who, due) = WhoAndDue(said, place);
        if (found.Count > 0 && (isSaid || found[^1].Who is null))
            found[^1] = found[^1] with { Who = found[^1].Who ?? (who is null ? null : people.Named(who)), Due = found[^1].Due ?? due };
        else if (before is not null)
            found.Add(Made(Ended(Label().Replace(before, "")), who, due ?? DueIn(before, place), place));
    }

    // "→ Lieselotte, nächste Sitzung": who and when of what was said before.
    private string? OnlyNames(string sentence, string place)
    {
        if (Arrow().Match(sentence) is not { Success: true, Groups: var groups } || groups["left"].Length > 0)
            return null;

        var right = groups["right"].Value.TrimStart('@');
        if (NamedAndDue(right, place) is not null)
            return null;

        return IsPerson(right) && WhoAndDue(right, place).Who is { } who && IsOnlyNames(who) ? right : null;
    }

    private FoundAction? InSentence(string sentence, string place, bool isFirst)
    {
        if (Task().Match(sentence) is { Success: true } task)
        {
            var rest = task.Groups["rest"].Value.Trim();
            if (rest.Length < 3)
                return null;

            if (InSegments(rest, place) is { } parted && !task.Groups["who"].Success)
                return parted;

            var who = task.Groups["who"].Success ? task.Groups["who"].Value.Trim() : WhoIn(rest);
            return Made(Bare(rest), who, DueIn(task.Groups["due"].Value, place) ?? DueIn(rest, place, isExplicit: true), place);
        }

        if (Responsible().Match(sentence) is { Success: true } labelled && labelled.Groups["what"].Value.Trim(' ', '(', '–', '-') is { Length: >= 4 } what)
        {
            var (person, due) = WhoAndDue(labelled.Groups["who"].Value, place);
            return Made(what, person, due ?? DueIn(sentence, place), place);
        }

        if (ResponsibleProse().Match(sentence) is { Success: true } stated && IsPerson(stated.Groups["who"].Value) && stated.Groups["what"].Value.Trim(' ', '(', '–', '-') is { Length: >= 4 } about)
        {
            var (person, due) = WhoAndDue(stated.Groups["who"].Value, place);
            return Made(about, person, due ?? DueIn(sentence, place), place);
        }

        if (Arrow().Match(sentence) is { Success: true } arrow)
        {
            var (left, right) = (arrow.Groups["left"].Value.Trim(), arrow.Groups["right"].Value.Trim().TrimStart('@'));
            if (left.Length == 0 && NamedAndDue(right, place) is { } byThen)
                return byThen;

            if (left.Length > 0 && OnlyNames("→ " + right, place) is not null)
            {
                var (person, due) = WhoAndDue(right, place);
                return Made(left, person, due ?? DueIn(left, place), place);
            }

            if (AfterArrow().Match(right) is { Success: true } named && IsPerson(named.Groups["who"].Value))
                return Made(Bare(named.Groups["what"].Value), named.Groups["who"].Value, DueIn(right, place, isExplicit: true), place);
            if (left.Length > 0 && IsOnlyNames(left) && !VoteFinder.IsVote(right))
                return Made(Bare(right), left, DueIn(right, place, isExplicit: true), place);
            if (left.Length == 0 && InSegments(right, place) is { } parted)
                return parted;
            if (!VoteFinder.IsVote(right))
                return left.Length == 0 || IsPerson(right) ? Made(Bare(right), WhoIn(right), DueIn(right, place, isExplicit: true), place) : InClause(left, place);
        }

        if (VoteFinder.IsVote(sentence) || sentence.EndsWith('?'))
            return null;

        if (isFirst && NamedAndDue(sentence, place) is { } dated)
            return dated;

        // "@Onur schickt Fotos an alle".
        if (sentence.StartsWith('@') && people.Leading(sentence) is { } addressed)
            return Made(Bare(sentence), addressed, DueIn(sentence, place, isExplicit: true), place);

        // "Marta: Pressemitteilung schreiben (bis 20.1.)"; in the middle of a paragraph a colon may quote what she said.
        if (Named().Match(sentence) is { Success: true } to && IsPerson(to.Groups["who"].Value) && !Quotes().IsMatch(to.Groups["what"].Value)
            && ((isFirst && (Infinitive().IsMatch(Without(to.Groups["what"].Value)) || TakesOn().Match(to.Groups["what"].Value) is { Success: true, Index: 0 })) || Deadlines.IsIn(sentence)))
            return Made(Bare(to.Groups["what"].Value), to.Groups["who"].Value, DueIn(to.Groups["due"].Value, place) ?? DueIn(sentence, place, isExplicit: true), place);

        if (Bracket().Match(sentence) is { Success: true } bracket && IsPerson(bracket.Groups["who"].Value) && bracket.Groups["what"].Value.Length > 5)
        {
            var (person, due) = WhoAndDue(bracket.Groups["who"].Value, place);
            if (due is not null || Deadlines.IsIn(bracket.Groups["who"].Value) || Infinitive().IsMatch(bracket.Groups["what"].Value))
                return Made(bracket.Groups["what"].Value.Trim(), person, due ?? DueIn(sentence, place), place);
        }

        return InClause(sentence, place) ?? InSegments(sentence, place);
    }

    // Who and by when before what: "Rita bis 28.2.: Preise erfragen".
    private FoundAction? NamedAndDue(string text, string place)
    {
        foreach (var match in (Match[])[NamedBy().Match(text), DueBefore().Match(text)])
        {
            if (match.Success && IsOnlyNames(match.Groups["who"].Value) && Deadlines.IsOnly(match.Groups["due"].Value.Trim()))
                return Made(Bare(match.Groups["what"].Value), match.Groups["who"].Value, Day(deadlines.Of(match.Groups["due"].Value.Trim()), place), place);
        }

        return null;
    }

    // "Raum buchen – Anna – 20.3.": what, who and by when side by side, in any order.
    private FoundAction? InSegments(string text, string place)
    {
        var parts = Segments().Split(text).Select(part => part.Trim(' ', '.', ',', '(', ')')).Where(part => part.Length > 0).ToList();
        if (parts.Count < 2 || VoteFinder.IsVote(text))
            return null;

        var who = parts.Where(IsOnlyNames).ToList();
        var due = parts.Where(part => !IsOnlyNames(part) && Deadlines.IsOnly(part)).ToList();
        var what = parts.Except(who).Except(due).ToList();
        if (who.Count == 0 || what.Count == 0 || (due.Count == 0 && !(what.Count == 1 && Infinitive().IsMatch(what[0]))) || string.Concat(what).Length < 5 || due.Count > 1 || what.Count > 3)
            return null;

        var at = text.IndexOf(what[0], StringComparison.Ordinal);
        var words = text[at..(text.IndexOf(what[^1], at, StringComparison.Ordinal) + what[^1].Length)];
        return Made(Bare(words), string.Join(", ", who), due.Count == 0 ? null : Day(deadlines.Of(due[0]), place), place);
    }

    private bool IsOnlyNames(string text) =>
        IsPerson(text) && text.TrimStart('@').Split([' ', ',', '/', '+', '&', '@'], StringSplitOptions.RemoveEmptyEntries).All(word => people.IsName(word) || word is "und" or "alle" or "Alle" or "Frau" or "Herr" or "Dr.");

    // "Clara bestellt bis zum 1. August die Plakate": a person of the meeting, and a promise.
    private FoundAction? InClause(string sentence, string place)
    {
        foreach (var clause in Clause().Matches(sentence).ToList())
        {
            var (who, words) = (clause.Groups["who"].Value, sentence[clause.Index..].TrimStart());
            if (Pronoun().IsMatch(who) && clause.Index == 0 && lastPerson is not null)
                who = lastPerson;
            else if (!IsPerson(who))
                continue;

            var main = words.Split(',')[0];
            var isPast = PastVerb().IsMatch(clause.Groups["verb"].Value);
            if ((!isPast && (Deadlines.IsIn(words) || (clause.Index == 0 && TakesOn().Match(sentence, clause.Groups["verb"].Index) is { Success: true } taken && taken.Index == clause.Groups["verb"].Index && !Past().IsMatch(main)) || Will().IsMatch(main))) || AndWill().IsMatch(main))
                return Made(Whole(Ended(words), who), who, DueIn(words, place), place);
        }

        if (Promise().Match(sentence) is { Success: true } promise && !NoName().IsMatch(promise.Groups["who"].Value) && !Past().IsMatch(sentence))
            return Made(Ended(sentence), promise.Groups["who"].Value, DueIn(sentence, place), place);
        if (Trailing().Match(sentence) is { Success: true } trailing && IsPerson(trailing.Groups["who"].Value))
            return Made(Whole(Ended(sentence), trailing.Groups["who"].Value), trailing.Groups["who"].Value, DueIn(sentence, place), place);
        return null;
    }

    // "Piet holt das nach" needs the sentence before it to be understood.
    private string Whole(string task, string who) =>
        before is not null && before.Length < 300 && !Noun().IsMatch(Without(That().Replace(task, "").Replace(who, "", StringComparison.Ordinal))) ? $"{before} {task}" : task;

    private bool IsPerson(string text) => people.IsPerson(text);

    private string? WhoIn(string text) =>
        Responsible().Match(text) is { Success: true } labelled ? WhoAndDue(labelled.Groups["who"].Value, "").Who
        : Bracket().Match(text) is { Success: true } bracket && IsPerson(bracket.Groups["who"].Value) ? WhoAndDue(bracket.Groups["who"].Value, "").Who
        : people.Leading(text) ?? people.In(text) ?? (Promise().Match(text) is { Success: true } promise && !NoName().IsMatch(promise.Groups["who"].Value) ? promise.Groups["who"].Value : null);

    private (string? Who, DateOnly? Due) WhoAndDue(string text, string place)
    {
        var (match, read) = deadlines.In(text);
        if (!match.Success)
            (match, read) = deadlines.AtEnd(text);
        var who = (match.Success ? text[..match.Index] : text).Trim(' ', ',', ';', '.', '(', ')', '/', '–', '-', '@');
        return (who.Length == 0 ? null : who, match.Success ? Day(read, place) : null);
    }

    private DateOnly? DueIn(string text, string place, bool isExplicit = false)
    {
        var (match, read) = deadlines.In(text);
        if (!match.Success && isExplicit)
            (match, read) = deadlines.AtEnd(text);
        return match.Success ? Day(read, place) : null;
    }

    private DateOnly? Day(Spelling<DateOnly> read, string place)
    {
        if (read.Question is { } question && !questions.Any(other => other.Place == place && other.Message == question))
            questions.Add(new Finding("V12", Severity.Warning, place, question, new Bilingual("Die Frist der Aufgabe eintragen.", "Enter the task's date.")));
        return read.Certain;
    }

    // The words without their deadline and their brackets.
    private string Without(string text)
    {
        var plain = Brackets().Replace(text, "");
        var match = deadlines.In(plain).Words;
        if (match.Success)
            plain = plain.Remove(match.Index, match.Length);
        else if (deadlines.AtEnd(plain).Words is { Success: true } last)
            plain = plain[..last.Index];
        return plain.Trim(' ', ',', '.', ';', '–', '-', ':');
    }

    private static string Bare(string text) => Ended(text.Trim(' ', '-', '–', ':'));

    // The full stop of a sentence goes, that of a day stays.
    private static string Ended(string text) => text.Length > 1 && text[^1] == '.' && !char.IsAsciiDigit(text[^2]) ? text[..^1] : text;
}
