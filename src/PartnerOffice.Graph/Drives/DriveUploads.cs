using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.Kiota.Abstractions.Serialization;
using Model = Microsoft.Graph.Models;

namespace PartnerOffice.Graph;

/// <summary>
/// Writes a file in fragments. The SDK's own task repeats every failing fragment at once, whatever the failure, and hides its code
/// (msgraph-sdk-dotnet-core); here the server is asked what it has, and that is the whole retry.
/// </summary>
internal sealed class DriveUploads(GraphSession session)
{
    /// <summary>
    /// A fragment must be a multiple of 320 KiB and under 60 MiB; 5 MiB pass a slow line within the time limit of a request.
    /// </summary>
    public const int Fragment = 16 * 320 * 1024;

    private const int MaxResumes = 2;

    public async Task<Model.DriveItem> SendAsync(
        UploadSession upload, ReadOnlyMemory<byte> content, int position, CancellationToken cancellationToken)
    {
        for (var resumes = 0; ;)
        {
            var length = Math.Min(Fragment, content.Length - position);
            var isLast = position + length == content.Length;
            try
            {
                if (await PutAsync(upload, content.Slice(position, length), position, isLast, cancellationToken) is { } item) return item;
                position += length;
            }
            catch (GraphException failure) when (CanResume(failure) && resumes++ < MaxResumes)
            {
                // Only the server knows what arrived.
                try
                {
                    position = await PositionAsync(upload, cancellationToken);
                }
                catch (NotFoundException over) when (isLast)
                {
                    // It knows the session no longer: the file may be there.
                    throw new NotFoundException(over.Failure with { Outcome = GraphOutcome.Unknown }, failure);
                }
            }
        }
    }

    /// <summary>The first byte the server does not have yet.</summary>
    /// <exception cref="NotFoundException">The session is over: finished, given up or expired.</exception>
    public async Task<int> PositionAsync(UploadSession upload, CancellationToken cancellationToken)
    {
        var call = new GraphCall(session.FilesScope) { ChangesNothing = true };
        using var request = new HttpRequestMessage(HttpMethod.Get, upload.Url);
        call.Accompany(request);
        using var response = await session.Http.SendAsync(request, cancellationToken);

        var answer = await call.AskAsync(async () => JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync(cancellationToken)));
        using (answer)
        {
            var start = answer.RootElement.TryGetProperty("nextExpectedRanges", out var ranges) && ranges.ValueKind == JsonValueKind.Array
                ? ranges.EnumerateArray().Select(range => range.GetString()?.Split('-')[0]).FirstOrDefault()
                : null;
            return int.TryParse(start, out var position) && position >= 0 && position < upload.Size
                ? position
                : throw call.Unreadable();
        }
    }

    /// <summary>Tells the server to forget what it has. A session nobody gives up expires by itself.</summary>
    public async Task AbandonAsync(UploadSession upload, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Delete, upload.Url);
        new GraphCall(session.FilesScope) { ChangesNothing = true }.Accompany(request);
        try
        {
            (await session.Http.SendAsync(request, cancellationToken)).Dispose();
        }
        catch (GraphException)
        {
            // Then it expires.
        }
    }

    // No token goes along: the address is the permission, and it need not be on Graph's own host.
    private async Task<Model.DriveItem?> PutAsync(
        UploadSession upload, ReadOnlyMemory<byte> fragment, int position, bool isLast, CancellationToken cancellationToken)
    {
        var call = new GraphCall(session.FilesScope) { ChangesNothing = !isLast, AbsenceIsUnknown = isLast };
        using var request = new HttpRequestMessage(HttpMethod.Put, upload.Url)
        {
            Content = new ReadOnlyMemoryContent(fragment)
            {
                Headers = { ContentRange = new ContentRangeHeaderValue(position, position + fragment.Length - 1, upload.Size) },
            },
        };
        call.Accompany(request);
        using var response = await session.Http.SendAsync(request, cancellationToken);
        if (response.StatusCode == HttpStatusCode.Accepted && !isLast) return null;

        return await call.AskAsync(async () =>
        {
            var item = await KiotaJsonSerializer.DeserializeAsync<Model.DriveItem>(
                await response.Content.ReadAsStreamAsync(cancellationToken), cancellationToken);
            if (item is not null) DriveItems.IdOf(item);
            return item;
        });
    }

    private static bool CanResume(GraphException failure) => failure
        is UnavailableException or GraphUnreachableException or { Status: HttpStatusCode.RequestedRangeNotSatisfiable };
}
