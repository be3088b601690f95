using System.Collections.Concurrent;

namespace PartnerOffice.Graph;

/// <summary>
/// Keeps to what one mailbox (4 requests at once) and one workbook (one at a time) take. Outlook refuses the fifth, and parallel
/// writes into a workbook conflict with each other (throttling and workbook pages of the documentation).
/// </summary>
internal sealed class ConcurrencyHandler : DelegatingHandler
{
    public const string Mail = "mail/";
    public const string Workbook = "workbook/";

    private const int PerMailbox = 4;

    private readonly ConcurrentDictionary<string, SemaphoreSlim> _turns = new(StringComparer.Ordinal);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var scope = GraphCall.Of(request).Scope;
        var most = scope.StartsWith(Mail, StringComparison.Ordinal) ? PerMailbox : scope.StartsWith(Workbook, StringComparison.Ordinal) ? 1 : 0;
        if (most == 0) return await base.SendAsync(request, cancellationToken);

        var turns = _turns.GetOrAdd(scope, _ => new SemaphoreSlim(most, most));
        await turns.WaitAsync(cancellationToken);
        try
        {
            return await base.SendAsync(request, cancellationToken);
        }
        finally
        {
            turns.Release();
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            foreach (var turns in _turns.Values) turns.Dispose();
        base.Dispose(disposing);
    }
}
