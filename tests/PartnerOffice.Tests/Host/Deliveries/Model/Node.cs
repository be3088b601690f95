using PartnerOffice.Deliveries;

namespace PartnerOffice.Tests.Host.Deliveries.Model;

/// <summary>
/// How far an attempt has come: what it took over and every answer since. The program is run again from its start to find what it does
/// next, once for each history, so that it may be written as a program and not as a table.
/// </summary>
internal sealed class Node
{
    private readonly ModelOf _model;
    private readonly Row _taken;
    private readonly Answer[] _answers;
    private readonly Dictionary<Answer, Node?> _next = [];

    private Node(ModelOf model, Row taken, Answer[] answers, Act act, int number) => (_model, _taken, _answers, Act, Number) = (model, taken, answers, act, number);

    /// <summary>What it does next. A request is on its way from here on: to be about to send is no different from a request that is late or lost.</summary>
    public Act Act { get; }

    /// <summary>Its place among all histories.</summary>
    public int Number { get; }

    /// <summary>The attempt's first act; null where it has none.</summary>
    public static Node? First(ModelOf model, Row taken) => Of(model, taken, []);

    /// <summary>Where this answer leads; null where the attempt ends.</summary>
    public Node? After(Answer answer)
    {
        if (!_next.TryGetValue(answer, out var next)) _next[answer] = next = Of(_model, _taken, [.. _answers, answer]);
        return next;
    }

    private static Node? Of(ModelOf model, Row taken, Answer[] answers)
    {
        var run = new Attempt(taken);
        using var acts = Guarded(model.Program(run), run).GetEnumerator();
        foreach (var answer in answers)
        {
            if (!acts.MoveNext()) return null;
            run.Answer = answer;
            if (answer.Reply == Reply.Saved) run.State = (StepState)answer.Number;
        }

        if (!acts.MoveNext()) return null;
        var act = acts.Current;
        // What led to the last commit of an attempt matters no more either.
        var isLast = act is Act.Save && !acts.MoveNext();
        object place = isLast ? act : (taken, run.State, run.Forgotten.Times, string.Join(' ', answers.Skip(run.Forgotten.UpTo)));
        return model.At(place, number => new(model, taken, answers, act, number));
    }

    // As the courier guards a step: whatever fails, the row says so.
    private static IEnumerable<Act> Guarded(IEnumerable<Act> program, Attempt run)
    {
        foreach (var act in program)
        {
            yield return act;
            if (act is not Act.Ask || run.Answer.Reply is not (Reply.Unknown or Reply.Refused or Reply.Over)) continue;

            foreach (var last in run.GiveIn()) yield return last;
            yield break;
        }
    }
}
