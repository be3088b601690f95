using Microsoft.Extensions.DependencyInjection;
using PartnerOffice.Api;
using PartnerOffice.Core;
using PartnerOffice.Tests.Support;
using Xunit;

namespace PartnerOffice.Tests.Host.OwnPeople;

/// <summary>People are changed over HTTP: looked at first, entered then, and in force without a restart.</summary>
public sealed class PeopleApiTests
{
    private static readonly object[] ChairGoes =
    [
        new { kind = "term-ended", person = "st-01", lastDay = "2030-12-31" },
        new { kind = "role-ended", person = "st-04", role = "chair", deputy = true, lastDay = "2030-12-31" },
        new { kind = "role-given", person = "st-04", role = "chair", from = "2031-01-01" },
    ];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_change_is_seen_entered_and_in_force_without_a_restart()
    {
        var meetings = new FutureMeetings((_, _) => Task.FromResult<IReadOnlyList<FutureMeeting>>([new FutureMeeting("Klausur", new(2031, 2, 1))]));
        await using var host = await ServedHost.StartAsync(ownFile: true, services: services => services.AddSingleton(meetings));
        using var elif = await host.AsAsync("st-05");
        using var bernd = await host.AsAsync("st-02");

        var preview = await elif.PostAsync("/api/people/changes?preview=true", new { changes = ChairGoes });
        Assert.Equal("preview", preview.Text("state"));
        var kinds = preview.Json!["consequences"]!.AsArray().Select(one => one!["kind"]!.GetValue<string>()).ToList();
        Assert.Equal(["access", "duties", "duties", "invitations", "quorum", "releasing", "role-ends", "still-releasing"], kinds.Order());
        Assert.Equal(PartnershipSample.Json, File.ReadAllText(host.OwnFile));

        var (digest, key) = (preview.Text("digest"), Guid.NewGuid().ToString());
        var unseen = await elif.PostAsync("/api/people/changes", new { changes = ChairGoes });
        Assert.Equal((409, "needs-consent", digest), (unseen.Status, unseen.Code, unseen.Text("sha256")));
        var done = await elif.PostAsync("/api/people/changes", new { changes = ChairGoes, digest }, key);
        var again = await elif.PostAsync("/api/people/changes", new { changes = ChairGoes, digest }, key);
        Assert.Equal((200, "done", 200, "done"), (done.Status, done.Text("state"), again.Status, again.Text("state")));

        // In force for the next request, whoever asks; the last version lies beside it, and the log knows ids alone.
        var register = await bernd.ReadAsync("/api/people/register");
        var anna = register.Json!["people"]!.AsArray().Single(person => person!["id"]!.GetValue<string>() == "st-01")!;
        Assert.Equal("2030-12-31", anna["terms"]![0]!["until"]!.GetValue<string>());
        Assert.Equal("following", register.Text("file"));
        Assert.Equal(PartnershipSample.Json, File.ReadAllText(host.OwnFile + ".bak"));
        var (entries, broken) = await host.Office.Brakes.AuditAsync(Token);
        Assert.Null(broken);
        Assert.Equal(["st-05 term-ended st-01 2030-12-31", "st-05 role-ended st-04 chair deputy 2030-12-31", "st-05 role-given st-04 chair 2031-01-01"], entries.Select(entry => $"{entry.Who} {entry.What} {entry.Subject} {entry.Detail}"));
    }

    [Fact]
    public async Task A_new_account_signs_in_as_the_person_it_was_bound_to_and_the_old_one_no_more()
    {
        await using var host = await ServedHost.StartAsync(ownFile: true);
        using var konrad = await host.AsAsync("mse-02");
        using var moritz = await host.AsAsync("mse-04");
        object[] changes = [new { kind = "account-changed", person = "mse-02", account = "tenant", userPrincipalName = "anders@mse.onmicrosoft.example" }];
        Assert.Equal(200, (await konrad.ReadAsync("/api/people")).Status);

        var preview = await moritz.PostAsync("/api/people/changes?preview=true", new { changes });
        Assert.Contains("Neustart", preview.Text("restart"), StringComparison.Ordinal);
        await moritz.PostAsync("/api/people/changes", new { changes, digest = preview.Text("digest") });

        var answer = await konrad.ReadAsync("/api/people");
        Assert.Equal((403, "unknown-person"), (answer.Status, answer.Code));
    }
}
