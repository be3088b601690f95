using System.Text.Json;
using Microsoft.Kiota.Abstractions;

namespace PartnerOffice.Graph;

/// <summary>What the pipeline must know of the call a request belongs to; it travels with the request.</summary>
internal sealed class GraphCall(string scope, string? clientRequestId = null) : IRequestOption
{
    private static readonly HttpRequestOptionsKey<IRequestOption> Key = new(typeof(GraphCall).FullName!);

    private bool _challengePassed;

    /// <summary>What a wait that Graph asks for applies to.</summary>
    public string Scope { get; } = scope;

    public string ClientRequestId { get; } = clientRequestId ?? Guid.NewGuid().ToString();

    /// <summary>True where even a success changes nothing that anyone sees, as opening a session does.</summary>
    public bool ChangesNothing { get; init; }

    /// <summary>True where "not found" can also mean "done already", as with a sent draft.</summary>
    public bool AbsenceIsUnknown { get; init; }

    /// <summary>True for a look at a change under way: when the look fails, the outcome of the change is open.</summary>
    public bool IsLookingAfter { get; init; }

    /// <summary>Every request of ours carries its call; one without would be one nobody thought about.</summary>
    public static GraphCall Of(HttpRequestMessage request) =>
        request.Options.TryGetValue(Key, out var option) && option is GraphCall call
            ? call
            : throw new InvalidOperationException("A request to Graph was made without saying which call it belongs to.");

    public void Accompany(HttpRequestMessage request) => request.Options.Set(Key, this);

    /// <summary>
    /// Lets the SDK see the first 401 that brings a claims challenge, so that it asks for one new token; the second is an error
    /// like every other.
    /// </summary>
    public bool LetsChallengePass(HttpResponseMessage response)
    {
        if (_challengePassed || !response.Headers.WwwAuthenticate.Any(header =>
                header.Parameter?.Contains("claims=", StringComparison.OrdinalIgnoreCase) == true)) return false;

        return _challengePassed = true;
    }

    /// <summary>Makes the call; whatever goes wrong beyond <see cref="GraphException"/> is an answer that cannot be read.</summary>
    public async Task<T> AskAsync<T>(Func<Task<T?>> ask) where T : class
    {
        try
        {
            return await ask() ?? throw new FormatException("The answer is empty.");
        }
        catch (Exception cause) when (IsUnreadable(cause))
        {
            throw Unreadable(cause);
        }
    }

    /// <inheritdoc cref="AskAsync{T}"/>
    public async Task TellAsync(Func<Task> tell)
    {
        try
        {
            await tell();
        }
        catch (Exception cause) when (IsUnreadable(cause))
        {
            throw Unreadable(cause);
        }
    }

    public UnexpectedAnswerException Unreadable(Exception? cause = null) => new(
        new GraphFailure(ChangesNothing ? GraphOutcome.NotDone : GraphOutcome.Unknown, Scope, ClientRequestId: ClientRequestId), cause);

    private static bool IsUnreadable(Exception cause) =>
        cause is JsonException or FormatException or InvalidOperationException or KeyNotFoundException or NotSupportedException or ApiException
        && cause is not ObjectDisposedException;
}
