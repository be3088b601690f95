using System.Net;
using System.Text.Json;
using Microsoft.Kiota.Abstractions;

namespace PartnerOffice.Graph;

/// <summary>
/// Requests that Excel may answer at once or with "accepted, look there" (concepts/workbook-best-practice). Failures of the second kind
/// come as a success with <c>status: failed</c> in it.
/// </summary>
internal sealed class WorkbookOperations(GraphSession session)
{
    // Most are done in a moment; Microsoft asks to look about every 30 seconds after that.
    private static readonly TimeSpan[] Waits = [TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(30)];
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(4);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    /// <summary>Allows Excel to answer later; without it a long request ends in a 504, which tells nothing.</summary>
    public static RequestInformation Patiently(RequestInformation request)
    {
        request.Headers.Add("Prefer", "respond-async");
        return request;
    }

    public async Task<JsonElement> RunAsync(GraphCall call, RequestInformation request, CancellationToken cancellationToken)
    {
        using var answer = await session.AskRawAsync(call, request, cancellationToken);
        return answer.StatusCode == HttpStatusCode.Accepted
            ? await AwaitAsync(call, session.Own(call, answer.Headers.Location?.ToString()), RetryAfter.Of(answer, session.Time), request, cancellationToken)
            : await ReadAsync(call, answer, cancellationToken);
    }

    private async Task<JsonElement> AwaitAsync(
        GraphCall call, Uri operation, TimeSpan? asked, RequestInformation request, CancellationToken cancellationToken)
    {
        var begun = session.Time.GetTimestamp();
        for (var look = 0; session.Time.GetElapsedTime(begun) < Patience; look++)
        {
            var wait = asked ?? Waits[Math.Min(look, Waits.Length - 1)];
            await Task.Delay(wait < LongestWait ? wait : LongestWait, session.Time, cancellationToken);

            using var answer = await session.AskRawAsync(Looking(call), Follow(operation, request), cancellationToken);
            asked = RetryAfter.Of(answer, session.Time);
            var state = await ReadAsync(call, answer, cancellationToken);
            switch (Text(state, "status")?.ToUpperInvariant())
            {
                case "SUCCEEDED":
                    if (Text(state, "resourceLocation") is not { } place) return state;
                    using (var result = await session.AskRawAsync(Looking(call), Follow(session.Own(call, place), request), cancellationToken))
                        return await ReadAsync(call, result, cancellationToken);
                case "FAILED":
                    throw Failed(call, state);
                case "NOTSTARTED" or "RUNNING":
                    break;
                default:
                    throw call.Unreadable();
            }
        }
        // Excel may still be at it.
        throw new UnavailableException(new GraphFailure(
            call.ChangesNothing ? GraphOutcome.NotDone : GraphOutcome.Unknown, call.Scope, Code: "gatewayTimeoutUncategorized", ClientRequestId: call.ClientRequestId));
    }

    private static GraphException Failed(GraphCall call, JsonElement state)
    {
        var error = GraphError.Of(state);
        var status = GraphErrors.StatusOf(error.Code);
        return GraphErrors.Create(new GraphFailure(
            call.ChangesNothing ? GraphOutcome.NotDone : GraphErrors.Outcome(status, hasRetryAfter: false, absenceIsUnknown: false),
            call.Scope, status, error.Code, error.RequestId, call.ClientRequestId));
    }

    // The looks are reads of the same call: they carry its number, and a failing look says nothing about the change.
    private static GraphCall Looking(GraphCall call) => new(call.Scope, call.ClientRequestId) { IsLookingAfter = !call.ChangesNothing };

    private static RequestInformation Follow(Uri address, RequestInformation first)
    {
        var request = new RequestInformation { HttpMethod = Method.GET, URI = address };
        if (first.Headers.TryGetValue("workbook-session-id", out var ids)) request.Headers.Add("workbook-session-id", ids.First());
        return request;
    }

    private static async Task<JsonElement> ReadAsync(GraphCall call, HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        var bytes = await answer.Content.ReadAsByteArrayAsync(cancellationToken);
        if (bytes.Length == 0) return default;

        using var document = await call.AskAsync(() => Task.FromResult<JsonDocument?>(JsonDocument.Parse(bytes)));
        return document.RootElement.Clone();
    }

    private static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
}
