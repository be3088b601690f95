using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace PartnerOffice.Tests.Support;

/// <summary>Keeps every warning and error that is logged.</summary>
internal sealed class WarningLog : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<string> _texts = new();

    public IReadOnlyCollection<string> Texts => _texts;

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (IsEnabled(logLevel)) _texts.Enqueue($"{eventId.Id} {formatter(state, exception)} {exception?.Message}");
    }

    public void Dispose()
    {
    }
}
