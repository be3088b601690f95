namespace PartnerOffice.Sandbox;

/// <summary>When something goes wrong, and what. The same rules over the same requests do the same thing, always.</summary>
/// <param name="Match">
/// A method (or <c>*</c>) and a path below <c>/v1.0</c>: <c>PUT /drives/{drive-id}/root:/{item-path}:/content</c>. A parameter in braces
/// and <c>*</c> stand for anything between two slashes, <c>{item-path}</c> and <c>**</c> for anything.
/// </param>
/// <param name="Kind">What goes wrong.</param>
public sealed record FaultRule(string Match, FaultKind Kind = FaultKind.Status)
{
    /// <summary>Its name in the journal; given by the sandbox when empty.</summary>
    public string Id { get; init; } = "";

    /// <summary>The first matching request that it hits, counted from 1.</summary>
    public int FromCall { get; init; } = 1;

    /// <summary>How often it strikes; null for as long as it stands.</summary>
    public int? Times { get; init; }

    /// <summary>How probably it strikes, from 0 to 1, drawn from <see cref="Seed"/>.</summary>
    public double Probability { get; init; } = 1;

    /// <summary>The seed of the draws.</summary>
    public int Seed { get; init; }

    /// <summary>The status that is answered.</summary>
    public int Status { get; init; } = 503;

    /// <summary>Graph's <c>error.code</c>; the usual one of the status when null.</summary>
    public string? Code { get; init; }

    /// <summary>The code inside <c>innerError</c>.</summary>
    public string? InnerCode { get; init; }

    /// <summary>The wait that is asked for; null asks for none.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Whether the wait is written as an HTTP date instead of seconds.</summary>
    public bool RetryAfterAsDate { get; init; }

    /// <summary>Whether the request is done before it goes wrong, so that only the answer is lost or late.</summary>
    public bool AfterCommit { get; init; }

    /// <summary>How long <see cref="FaultKind.Delay"/> and <see cref="FaultKind.LateCommit"/> take.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>How many calls do not see the file after <see cref="FaultKind.Unseen"/>, or how often a notification comes in a <see cref="FaultKind.Burst"/>.</summary>
    public int Calls { get; init; } = 1;

    /// <summary>Headers that are added, such as <c>RateLimit-Remaining</c>.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();
}
