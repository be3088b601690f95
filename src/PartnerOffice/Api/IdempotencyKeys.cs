using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Caching.Memory;
using PartnerOffice.Core;

namespace PartnerOffice.Api;

/// <summary>
/// The same request sent again, because its answer was lost, gets the same answer: by its <c>Idempotency-Key</c>, for ten minutes. What lies
/// longer ago, or before a restart, the ledger itself recognises; so no answer is ever kept on disk.
/// </summary>
internal sealed class IdempotencyKeys(RequestDelegate next) : IDisposable
{
    public const string Header = "Idempotency-Key";

    private const int LongestKey = 100;
    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(10);

    private readonly MemoryCache answers = new(new MemoryCacheOptions { SizeLimit = 1_000 });
    private readonly Lock oneAtATime = new();

    public async Task InvokeAsync(HttpContext context)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<NeedsIdempotencyKey>() is null)
        {
            await next(context);
            return;
        }

        var key = context.Request.Headers[Header].ToString();
        if (key.Length is 0 or > LongestKey)
            throw ApiException.BadRequest(Header, new("Der Anfrage fehlt ihr Schlüssel.", "The request lacks its key."));

        var body = await BodyAsync(context);
        var name = $"{context.User.FindFirstValue("tid")} {context.User.FindFirstValue("oid")} {key}";
        var (answer, isNew) = Claim(name, DigestOf(context.Request, body));
        if (isNew)
            await AnswerAsync(context, name, answer);
        else
            await RepeatAsync(context, await answer.Task.WaitAsync(context.RequestAborted));
    }

    public void Dispose() => answers.Dispose();

    private (TaskCompletionSource<KeptAnswer?> Answer, bool IsNew) Claim(string name, string digest)
    {
        lock (oneAtATime)
        {
            if (answers.TryGetValue<Kept>(name, out var known))
                return known!.Digest == digest ? (known.Answer, false) : throw UsedForAnother();

            var kept = new Kept(digest, new(TaskCreationOptions.RunContinuationsAsynchronously));
            answers.Set(name, kept, new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = Remembered });
            return (kept.Answer, true);
        }
    }

    private async Task AnswerAsync(HttpContext context, string name, TaskCompletionSource<KeptAnswer?> answer)
    {
        var wire = context.Response.Body;
        using var memory = new MemoryStream();
        context.Response.Body = memory;
        try
        {
            await next(context);
        }
        catch
        {
            // Refused or failed: nothing was recorded, and the same key may try again.
            answers.Remove(name);
            answer.TrySetResult(null);
            throw;
        }
        finally
        {
            context.Response.Body = wire;
        }

        if (memory.Length == 0 && context.Response.StatusCode >= StatusCodes.Status400BadRequest)
        {
            // The framework refused before the endpoint began: whoever puts refusals into words does it further out.
            answers.Remove(name);
            answer.TrySetResult(null);
            return;
        }

        answer.TrySetResult(new(context.Response.StatusCode, context.Response.ContentType, memory.ToArray()));
        await wire.WriteAsync(memory.GetBuffer().AsMemory(0, (int)memory.Length), context.RequestAborted);
    }

    private static async Task RepeatAsync(HttpContext context, KeptAnswer? answer)
    {
        if (answer is null)
            throw InProgress();

        context.Response.StatusCode = answer.Status;
        context.Response.ContentType = answer.ContentType;
        await context.Response.Body.WriteAsync(answer.Body, context.RequestAborted);
    }

    // In memory, under the server's limit for bodies; never on disk (R19).
    private static async Task<byte[]> BodyAsync(HttpContext context)
    {
        using var memory = new MemoryStream();
        await context.Request.Body.CopyToAsync(memory, context.RequestAborted);
        var body = memory.ToArray();
        context.Request.Body = new MemoryStream(body, writable: false);
        return body;
    }

    private static string DigestOf(HttpRequest request, byte[] body) => $"{request.Method} {request.Path} {Convert.ToHexString(SHA256.HashData(body))}";

    private static ApiException UsedForAnother() => new(
        StatusCodes.Status422UnprocessableEntity, "idempotency-key-reused", Header,
        new Bilingual("Dieser Schlüssel gehört zu einer anderen Anfrage.", "This key belongs to another request."),
        new Bilingual("Den Aufgabenbereich neu laden und noch einmal versuchen.", "Load the pane again, and try once more."));

    private static ApiException InProgress() => new(
        StatusCodes.Status409Conflict, "not-recorded", Header,
        new Bilingual("Die gleiche Anfrage ist gerade gescheitert; nichts wurde eingetragen.", "The same request has just failed; nothing was recorded."),
        new Bilingual("Noch einmal versuchen.", "Try again."));

    private sealed record KeptAnswer(int Status, string? ContentType, byte[] Body);

    private sealed record Kept(string Digest, TaskCompletionSource<KeptAnswer?> Answer);
}
