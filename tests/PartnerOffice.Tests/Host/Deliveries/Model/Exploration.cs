using PartnerOffice.Deliveries;

namespace PartnerOffice.Tests.Host.Deliveries.Model;

/// <summary>Every order in which executors, Graph, the network and people can do something, breadth first, until there is nothing new.</summary>
internal sealed class Exploration
{
    private const int MostInFlight = 4;
    private const int TooMany = 1_000_000;

    private readonly ModelOf _model;
    private readonly Dictionary<World, (World? From, string Deed)> _seen = [];
    private readonly Queue<World> _open = [];
    private readonly Dictionary<Row, Node?> _first = [];
    private World _here;
    private string? _violation;

    private Exploration(ModelOf model)
    {
        _model = model;
        _here = new(model.Row, model.Site, new Executor[model.Executors], []);
    }

    public static Findings Of(ModelOf model) => new Exploration(model).Run();

    private Findings Run()
    {
        var ends = new HashSet<StepState>();
        _seen.Add(_here, (null, "planned"));
        _open.Enqueue(_here);
        while (_violation is null && _open.TryDequeue(out var next))
        {
            _here = next;
            if (!_here.Row.IsOpen && _here.Adrift.Length == 0 && _here.Executors.All(executor => executor.Node is null)) ends.Add(_here.Row.State);
            MoveWhatIsAdrift();
            for (var index = 0; index < _here.Executors.Length && _violation is null; index++) Move(index);
            LetPeopleAct();
            if (_seen.Count > TooMany) throw new InvalidOperationException($"{_model.Name} has more than {TooMany} moments.");
        }

        return new(_seen.Count, ends, _violation);
    }

    // Nobody listens any more: carried out late, or lost.
    private void MoveWhatIsAdrift()
    {
        for (var index = 0; index < _here.Adrift.Length; index++)
        {
            Request[] rest = [.. _here.Adrift[..index], .. _here.Adrift[(index + 1)..]];
            Reach("lost", new(_here.Row, _here.Site, _here.Executors, rest));
            foreach (var (site, _) in _here.Site.Take(_here.Adrift[index]))
                Reach("carried out late", new(_here.Row, site, _here.Executors, rest));
        }
    }

    private void Move(int index)
    {
        var executor = _here.Executors[index];
        if (executor.Node is not { } node)
        {
            if (!_here.Row.IsOpen) return;
            var taken = _here.Row.Claimed();
            Reach("taken over", With(index, new(First(taken), taken.Epoch), row: taken));
            return;
        }

        if (executor.Waiting is { } request) Network(index, request, node);
        else Locally(index, node);
    }

    // Not by the epoch: an attempt only ever learns whether it is still the newest.
    private Node? First(Row taken)
    {
        var known = taken with { Epoch = 0, Sessions = 0, Says = Word.None };
        if (!_first.TryGetValue(known, out var first)) _first[known] = first = Node.First(_model, known);
        return first;
    }

    private void Network(int index, Request request, Node node)
    {
        var executor = _here.Executors[index];
        var unheard = executor.With(node.After(new(Reply.Unknown)));
        var changes = _here.Site.Changes(request.Call);
        foreach (var (site, answer) in _here.Site.Take(request))
        {
            Reach("answered", With(index, executor.With(node.After(answer)), site));
            if (!changes) continue;
            Reach("answer lost", With(index, unheard, site));
            Reach("killed, carried out", With(index, default, site));
        }

        Reach("request lost", With(index, unheard));
        Reach("refused", With(index, executor.With(node.After(new(Reply.Refused)))));
        Reach("killed", With(index, default));
        if (!changes || _here.Adrift.Length + _here.Executors.Length >= MostInFlight) return;

        Request[] adrift = [.. _here.Adrift, request];
        Reach("timed out", With(index, unheard, adrift: adrift));
        Reach("killed, request under way", With(index, default, adrift: adrift));
    }

    private void Locally(int index, Node node)
    {
        var executor = _here.Executors[index];
        Reach("killed", With(index, default));
        switch (node.Act)
        {
            case Act.Save save when !_model.AsksForEpoch || executor.Epoch == _here.Row.Epoch:
                Save(index, node, save);
                break;
            case Act.Save:
                Reach("somebody else took over", With(index, default));
                break;
            case Act.Recall:
                Reach("reads its memory", With(index, executor.With(node.After(new(Reply.Found, _here.Row.Sessions)))));
                break;
            case Act.Remember(var session):
                Reach("keeps the session", With(index, executor.With(node.After(new(Reply.Saved, (int)_here.Row.State))), row: _here.Row with { Sessions = _here.Row.Sessions | (1 << session) }));
                break;
            case Act.Forget(var session):
                Reach("forgets the session", With(index, executor.With(node.After(new(Reply.Saved, (int)_here.Row.State))), row: _here.Row with { Sessions = _here.Row.Sessions & ~(1 << session) }));
                break;
            case Act.LookAtTheClock:
                Reach("in time", With(index, executor.With(node.After(new(Reply.InTime)))));
                Reach("late", With(index, executor.With(node.After(new(Reply.Late)))));
                break;
        }
    }

    private void Save(int index, Node node, Act.Save save)
    {
        if (!DeliveryTransitions.Allows(_model.Step, _here.Row.State, save.Happened, _here.Row.MayBeOut))
        {
            if (!_model.AsksForEpoch)
            {
                Reach("not saved", With(index, default));
                return;
            }

            _violation = Tell($"{save.Happened} while {_here.Row.State}: the table does not have it", _here);
            return;
        }

        var row = _here.Row.After(save.Happened, save.RemoteId, save.Says);
        Reach("saved", With(index, _here.Executors[index].With(node.After(new(Reply.Saved, (int)row.State))), row: row));
    }

    private void LetPeopleAct()
    {
        foreach (var (what, site) in _here.Site.People()) Reach(what, new(_here.Row, site, _here.Executors, _here.Adrift));
        if (_here.Row.State is StepState.Failed or StepState.Uncertain) Reach("a person asks to try again", new(_here.Row.Retried(), _here.Site, _here.Executors, _here.Adrift));
    }

    private World With(int index, Executor executor, Site? site = null, Request[]? adrift = null, Row? row = null)
    {
        var executors = (Executor[])_here.Executors.Clone();
        executors[index] = executor;
        return new(row ?? _here.Row, site ?? _here.Site, executors, adrift ?? _here.Adrift);
    }

    private void Reach(string deed, World there)
    {
        if (_violation is not null || !_seen.TryAdd(there, (_here, deed))) return;
        _open.Enqueue(there);
        if ((there.Site.Effects > 1 ? $"{there.Site.Effects} effects" : there.Site.WrongWith(there.Row)) is { } wrong) _violation = Tell(wrong, there);
    }

    private string Tell(string wrong, World end)
    {
        var lines = new List<string>();
        for (World? at = end; at is not null; at = _seen[at].From)
            lines.Add($"{_seen[at].Deed}: {at.Row.State}{(at.Row.MayBeOut ? ", may be out" : "")}, {at.Site.Effects} there; {string.Join(" | ", at.Executors.Select(executor => executor.Node is { } node ? $"{node.Act}{(executor.Epoch == 1 ? "" : " (taken over)")}" : "idle"))}; adrift: {string.Join(", ", at.Adrift)}");
        lines.Reverse();
        return $"{_model.Name}: {wrong}\n{string.Join('\n', lines)}";
    }
}
