namespace PartnerOffice.Graph;

/// <summary>
/// Remembers until when Graph wants to be left alone. A wait counts for its whole scope (an app in a tenant, a mailbox, a
/// workbook): who ignores it can be blocked for good.
/// </summary>
public interface IScopeWaits
{
    /// <summary>The moment until which nothing may be sent in this scope; null when it is free.</summary>
    ValueTask<DateTimeOffset?> UntilAsync(string scope, CancellationToken cancellationToken);

    /// <summary>Holds the scope back until then. A later moment already kept stays.</summary>
    ValueTask HoldAsync(string scope, DateTimeOffset until, CancellationToken cancellationToken);
}
