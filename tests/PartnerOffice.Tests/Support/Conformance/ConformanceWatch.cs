using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;
using PartnerOffice.Sandbox;
using Xunit;

namespace PartnerOffice.Tests.Support.Conformance;

/// <summary>
/// Watches every sandbox that a test starts: whatever it answers, whatever it accepts and whatever our own client asks must be
/// as Microsoft describes it. What is not fails the test that started the sandbox.
/// </summary>
internal sealed class ConformanceWatch : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
{
    private const string Prefix = "/v1.0";

    // By this our client can be told from a test that speaks plain HTTP and misspells on purpose.
    private const string OurClient = "NONISV|PartnerOffice";

    private static readonly ConcurrentDictionary<string, ConcurrentQueue<string>> Found = new();
    private static readonly Lazy<bool> Started = new(() =>
    {
        DiagnosticListener.AllListeners.Subscribe(new ConformanceWatch());
        return true;
    });

    // A JsonNode reads itself when it is first asked, and breaks for good when two threads ask at once.
    private static readonly Lock OneAtATime = new();

    private readonly ConcurrentDictionary<object, string> _testOf = new();

    public static void Start() => _ = Started.Value;

    /// <summary>What was found in this test so far, and forgets it.</summary>
    public static IReadOnlyList<string> Take(string test)
    {
        var taken = new List<string>();
        // A sandbox shared by several tests was started by none of them: the first that ends tells it.
        foreach (var key in (string[])[test, ""])
            while (Found.TryGetValue(key, out var queue) && queue.TryDequeue(out var one)) taken.Add(one);
        return taken;
    }

    /// <summary>Judges a request of our client that no sandbox saw.</summary>
    public static void Asked(string method, Uri address, string? contentType, ReadOnlyMemory<byte> body)
    {
        if (GraphDescription.Find() is not { } description || !address.AbsolutePath.StartsWith(Prefix + "/", StringComparison.Ordinal)) return;
        lock (OneAtATime)
        {
            foreach (var wrong in Wrong(description, method, address.AbsolutePath[Prefix.Length..], address.Query, contentType, body)) Note(ThisTest, $"asked {method} {address.AbsolutePath}: {wrong}");
        }
    }

    void IObserver<DiagnosticListener>.OnNext(DiagnosticListener listener)
    {
        if (listener.Name == SandboxDiagnostics.Name) listener.Subscribe(this);
    }

    void IObserver<KeyValuePair<string, object?>>.OnNext(KeyValuePair<string, object?> told)
    {
        switch (told.Value)
        {
            case SandboxStarted started:
                _testOf[started.Sandbox] = ThisTest;
                break;
            case SandboxExchange exchange when GraphDescription.Find() is { } description:
                try
                {
                    lock (OneAtATime)
                    {
                        foreach (var wrong in Judge(description, exchange)) Note(_testOf.GetValueOrDefault(exchange.Sandbox, ""), wrong);
                    }
                }
                catch (Exception failure)
                {
                    Note(_testOf.GetValueOrDefault(exchange.Sandbox, ""), $"{exchange.Method} {exchange.Path}: the watch itself failed: {failure}");
                }
                break;
            default:
                break;
        }
    }

    /// <summary>What one request and its answer do that Microsoft does not describe.</summary>
    public static IEnumerable<string> Judge(GraphDescription description, SandboxExchange exchange)
    {
        var isOurs = exchange.UserAgent.Contains(OurClient, StringComparison.Ordinal);
        var isAccepted = exchange.Status is >= 200 and < 300;
        if (isOurs || isAccepted)
        {
            foreach (var wrong in Wrong(description, exchange.Method, exchange.Path, exchange.Query, exchange.ContentType, exchange.Body))
                yield return $"{(isOurs ? "asked" : "accepted")} {exchange.Method} {exchange.Path}: {wrong}";
        }

        // What nobody describes is answered with an error of Graph's usual form, judged by any path's.
        var operation = description.Find(exchange.Method, exchange.Path) ?? (isAccepted ? null : description.Operation("GET", "/drives/{drive-id}"));
        if (operation is null) yield break;
        foreach (var wrong in operation.WrongInAnswer(exchange.Status, exchange.Answer)) yield return $"answered {exchange.Method} {exchange.Path} {exchange.Status}: {wrong}";
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    private static string ThisTest => TestContext.Current.Test?.UniqueID ?? "";

    private static IEnumerable<string> Wrong(GraphDescription description, string method, string path, string query, string? contentType, ReadOnlyMemory<byte> body) =>
        description.Find(method, path) is { } operation
            ? operation.WrongInRequest(QueryHelpers.ParseQuery(query).SelectMany(option => option.Value.Select(value => KeyValuePair.Create(option.Key, value ?? ""))), contentType, body)
            : ["no such path is described"];

    private static void Note(string test, string wrong) => Found.GetOrAdd(test, _ => new()).Enqueue(wrong);
}
