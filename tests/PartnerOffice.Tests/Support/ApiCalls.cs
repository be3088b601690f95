using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using PartnerOffice.Api;
using Xunit;

namespace PartnerOffice.Tests.Support;

/// <summary>Requests as a pane sends them.</summary>
internal static class ApiCalls
{
    public sealed record Reply(int Status, JsonNode? Json, HttpResponseHeaders Headers)
    {
        public string? Code => Json?["code"]?.GetValue<string>();

        public string Text(string name) => Json![name]!.GetValue<string>();

        /// <summary>The reasons that a secretary gives, as a check names the places.</summary>
        public object[] Answers() =>
            [.. Json!["findings"]!.AsArray().Where(finding => finding!["accept"] is not null).Select(finding => new { finding = finding!["accept"]!.GetValue<string>(), reason = "besprochen" })];
    }

    public static async Task<Reply> ReadAsync(this HttpClient client, string path) => await ReplyOf(await client.GetAsync(new Uri(path, UriKind.Relative), Token));

    public static async Task<Reply> SendDocumentAsync(this HttpClient client, string path, byte[] document)
    {
        using var content = new ByteArrayContent(document) { Headers = { ContentType = new(IncomingMinutes.WordType) } };
        return await ReplyOf(await client.PostAsync(new Uri(path, UriKind.Relative), content, Token));
    }

    public static Task<Reply> PostAsync(this HttpClient client, string path, object? body = null, string? key = null) => SendAsync(client, HttpMethod.Post, path, body, key);

    public static Task<Reply> PutAsync(this HttpClient client, string path, object body, string? key = null) => SendAsync(client, HttpMethod.Put, path, body, key);

    private static async Task<Reply> SendAsync(HttpClient client, HttpMethod method, string path, object? body, string? key)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        request.Headers.Add(IdempotencyKeys.Header, key ?? Guid.NewGuid().ToString());
        return await ReplyOf(await client.SendAsync(request, Token));
    }

    private static async Task<Reply> ReplyOf(HttpResponseMessage response)
    {
        using (response)
        {
            var text = await response.Content.ReadAsStringAsync(Token);
            return new((int)response.StatusCode, text.StartsWith('{') || text.StartsWith('[') ? JsonNode.Parse(text) : null, response.Headers);
        }
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;
}
