using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;
using PartnerOffice.Tests.Support;
using Xunit;

namespace PartnerOffice.Tests.Host.CommandLine;

/// <summary>The overview page as <c>serve</c> shows it: the real program finds its pages, wherever it is started.</summary>
public sealed class ServedOverviewTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_service_shows_the_overview_to_whoever_signs_in()
    {
        using var folder = new TemporaryFolder();
        var port = FreePort();
        await using var service = OfficeProcess.Start("serve", "--port", $"{port}", "--data", folder.File("data"));
        using var http = new HttpClient { BaseAddress = new Uri($"http://localhost:{port}/") };

        using var answer = await AnswerAsync(http, "sandbox/token/steinfurt/st-02");
        var token = (await answer.Content.ReadFromJsonAsync<JsonElement>(Token)).GetProperty("access_token").GetString();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        var page = await http.GetStringAsync(new Uri("uebersicht/teile/uebersicht", UriKind.Relative), Token);

        // Nothing was shared yet: the page says what to do.
        Assert.Contains("Noch nichts geteilt.", page, StringComparison.Ordinal);
        Assert.Contains("Nichts zu tun.", page, StringComparison.Ordinal);
    }

    private static async Task<HttpResponseMessage> AnswerAsync(HttpClient http, string path)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Token);
        limit.CancelAfter(TimeSpan.FromMinutes(2));
        using var look = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (await look.WaitForNextTickAsync(limit.Token))
        {
            try
            {
                var answer = await http.PostAsync(new Uri(path, UriKind.Relative), null, limit.Token);
                if (answer.IsSuccessStatusCode)
                    return answer;
                answer.Dispose();
            }
            catch (HttpRequestException)
            {
                // Not yet.
            }
        }

        throw new InvalidOperationException("The service does not start.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
