using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using PartnerOffice.Features.Inviting;
using PartnerOffice.Tests.Support;
using Xunit;

namespace PartnerOffice.Tests.Host.Inviting;

/// <summary>What the service says to somebody who invites a board, and what it never says.</summary>
public sealed class InvitationApiTests
{
    private const string Salt = "ein Salz, nur für heute";

    [Fact]
    public async Task The_board_of_that_day_is_proposed_and_the_invitation_checked()
    {
        var log = new WarningLog();
        await using var host = await ServedHost.StartAsync(logging: logging => logging.AddProvider(log));
        using var secretary = await host.AsAsync("st-02");

        var proposal = await secretary.ReadAsync("/api/invitations/proposal?kind=board-meeting&on=2027-01-12");

        Assert.Equal(200, proposal.Status);
        Assert.Equal("KV-ST 2027/01", proposal.Text("number"));
        Assert.Equal("Europe/Berlin", proposal.Text("timeZone"));
        Assert.Equal("kreisvorstand@steinfurt.onmicrosoft.example", proposal.Text("mailbox"));
        var people = proposal.Json!["people"]!.AsArray();
        Assert.Equal(7, people.Count);
        Assert.Equal(["calendar", "calendar", "message", "message", "calendar", "message", "post"], people.Select(person => person!["way"]!.GetValue<string>()));
        Assert.Equal(3, people.Count(person => person!["address"] is not null));
        // No private address leaves the partnership file, in no answer (R11).
        Assert.DoesNotContain("@example.org", proposal.Json.ToJsonString(), StringComparison.Ordinal);
        Assert.Null(proposal.Json["partner"]);

        var joint = await secretary.ReadAsync("/api/invitations/proposal?kind=joint-meeting&on=2027-01-12");
        Assert.Equal("nadia.register@mse.onmicrosoft.example", joint.Json!["partner"]!["coordinator"]!["address"]!.GetValue<string>());
        Assert.DoesNotContain("@example.org", joint.Json.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(400, (await secretary.ReadAsync("/api/invitations/proposal?kind=tea-party&on=2027-01-12")).Status);

        var reply = await CheckAsync(secretary, "anna.beispiel@steinfurt.onmicrosoft.example", " Bernd.Muster@Steinfurt.onmicrosoft.example", "jemand@fremd.example", "clara.probe@example.org");

        Assert.Equal(200, reply.Status);
        Assert.False(reply.Json!["ok"]!.GetValue<bool>());
        var findings = reply.Json["findings"]!.AsArray();
        Assert.Equal(["outside-people", "private-address", "missing-member", "no-agenda", "other-way"], findings.Select(finding => finding!["kind"]!.GetValue<string>()));
        Assert.Equal([2], Places(findings[0]!));
        Assert.Equal([3], Places(findings[1]!));
        Assert.Equal("Stimmberechtigt und nicht eingeladen: Elif Entwurf.", findings[2]!["message"]!.GetValue<string>());
        Assert.DoesNotContain("@", reply.Json.ToJsonString(), StringComparison.Ordinal);

        secretary.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");
        Assert.Equal("There is no agenda in the text of the invitation.", (await CheckAsync(secretary)).Json!["findings"]!.AsArray()[^2]!["message"]!.GetValue<string>());
        Assert.Equal(400, (await secretary.PostAsync("/api/invitations/check", new { kind = "board-meeting", date = "2027-01-12", agenda = true, boardItems = false, salt = "short", attendees = Array.Empty<string>() })).Status);
        // Other tests sign in at the same time, and the sign-in library logs for all.
        Assert.All(log.Texts, text => Assert.DoesNotContain("@", text, StringComparison.Ordinal));
    }

    private static Task<ApiCalls.Reply> CheckAsync(HttpClient client, params string[] addresses) => client.PostAsync("/api/invitations/check", new
    {
        kind = "board-meeting",
        date = "2099-01-13",
        start = "19:00:00",
        agenda = false,
        boardItems = true,
        salt = Salt,
        attendees = addresses.Select(address => SaltedAddresses.Hash(Salt, address)).ToArray(),
    });

    private static IEnumerable<int> Places(JsonNode finding) => finding["attendees"]!.AsArray().Select(place => place!.GetValue<int>());
}
