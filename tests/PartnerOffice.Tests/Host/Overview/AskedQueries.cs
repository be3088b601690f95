using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace PartnerOffice.Tests.Host.Overview;

/// <summary>Counts what is asked of any database from here on, by this test alone.</summary>
internal sealed class AskedQueries : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private readonly AsyncLocal<bool> isMine = new() { Value = true };
    private readonly List<IDisposable> subscriptions = [];

    public AskedQueries() => subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));

    public List<string> All { get; } = [];

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == DbLoggerCategory.Name)
            subscriptions.Add(value.Subscribe(this));
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (isMine.Value && value.Value is CommandEventData command && value.Key == RelationalEventId.CommandExecuting.Name)
            All.Add(command.Command.CommandText);
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    public void Dispose() => subscriptions.ForEach(one => one.Dispose());
}
