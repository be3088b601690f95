using System.Net;

namespace PartnerOffice.Graph;

/// <summary>
/// Follows a redirected GET, as Graph answers a download, without our token: the new address carries its own permission.
/// Anything else is never redirected; .NET would turn a POST into a GET and report success.
/// </summary>
internal sealed class RedirectHandler : DelegatingHandler
{
    private const int MaxHops = 3;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        for (var hop = 0; hop < MaxHops && NextAddress(request, response) is { } address; hop++)
        {
            response.Dispose();
            var next = new HttpRequestMessage(HttpMethod.Get, address);
            GraphCall.Of(request).Accompany(next);
            response = await base.SendAsync(next, cancellationToken);
        }
        return response;
    }

    private static Uri? NextAddress(HttpRequestMessage request, HttpResponseMessage response) =>
        request.Method == HttpMethod.Get
        && response.StatusCode is HttpStatusCode.MovedPermanently or HttpStatusCode.Found or HttpStatusCode.SeeOther
            or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect
        && response.Headers.Location is { } location
        && new Uri(request.RequestUri!, location) is var address
        && address.Scheme == request.RequestUri!.Scheme
            ? address
            : null;
}
