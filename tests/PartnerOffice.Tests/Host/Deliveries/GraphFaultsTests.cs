using PartnerOffice.Deliveries;
using PartnerOffice.Sandbox;
using PartnerOffice.Tests.Support;
using Xunit;

namespace PartnerOffice.Tests.Host.Deliveries;

/// <summary>Each way in which Graph fails, met at each request of one delivery: one file, one row, one message, and no impatience.</summary>
public sealed class GraphFaultsTests
{
    private const string Upload = "PUT /drives/{drive-id}/root:/{item-path}:/content";
    private const string Fields = "PATCH /sites/{site-id}/lists/{list-id}/items/{listItem-id}/fields";
    private const string Tracker = "POST /drives/{drive-id}/items/{driveItem-id}/createUploadSession";
    private const string Draft = "POST /users/{user-id}/messages";
    private const string Send = "POST /users/{user-id}/messages/{message-id}/send";

    private static readonly string[] Requests = [Upload, Fields, Tracker, Draft, Send];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static readonly Dictionary<string, Func<FaultRule, FaultRule>> Ways = new()
    {
        ["429 for a minute"] = rule => rule with { Status = 429, RetryAfter = TimeSpan.FromSeconds(60) },
        ["429 until a moment"] = rule => rule with { Status = 429, RetryAfter = TimeSpan.FromSeconds(60), RetryAfterAsDate = true },
        ["429 without a word"] = rule => rule with { Status = 429 },
        ["503 for a minute"] = rule => rule with { Status = 503, RetryAfter = TimeSpan.FromSeconds(60) },
        ["503 before the work"] = rule => rule with { Status = 503 },
        ["503 after the work"] = rule => rule with { Status = 503, AfterCommit = true },
        ["500"] = rule => rule with { Status = 500 },
        ["502 after the work"] = rule => rule with { Status = 502, AfterCommit = true },
        ["509"] = rule => rule with { Status = 509 },
        ["504 after the work"] = rule => rule with { Status = 504, AfterCommit = true },
        ["504 and done a second later"] = rule => rule with { Kind = FaultKind.LateCommit, Delay = TimeSpan.FromSeconds(1) },
        ["504 and done half a minute later"] = rule => rule with { Kind = FaultKind.LateCommit, Delay = TimeSpan.FromSeconds(30) },
        ["broken before"] = rule => rule with { Kind = FaultKind.Reset },
        ["broken after"] = rule => rule with { Kind = FaultKind.Reset, AfterCommit = true },
        ["half an answer"] = rule => rule with { Kind = FaultKind.TruncatedBody },
        ["a page of HTML"] = rule => rule with { Kind = FaultKind.Html },
        ["a page of HTML after the work"] = rule => rule with { Kind = FaultKind.Html, AfterCommit = true },
        ["401"] = rule => rule with { Status = 401 },
        ["403"] = rule => rule with { Status = 403 },
        ["423 for an hour"] = rule => rule with { Status = 423, Times = 8 },
        ["409 resourceModified"] = rule => rule with { Status = 409, Code = "resourceModified" },
        ["412"] = rule => rule with { Status = 412 },
    };

    public static TheoryData<string> Cases => [.. Ways.Keys];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_delivery_that_meets_it_at_every_request_leaves_one_of_each(string way)
    {
        await using var bench = await CourierBench.StartAsync(Token);
        var consignment = bench.World.Consignment();
        foreach (var request in Requests.Where(request => CanMeet(request, way))) bench.Sandbox.Faults.Add(Ways[way](new FaultRule(request) { Times = 1 }));
        var begun = bench.Clock.GetUtcNow();

        await bench.Ledger.HandInAsync(consignment, Token);
        await bench.DriveAsync(Token);

        var status = await bench.Ledger.StatusAsync(consignment.Delivery, Token);
        var found = await bench.CountAsync(consignment, Token);
        Assert.Equal(DeliveryState.Delivered, status.State);
        Assert.Equal((1, 1, 1), (found.Files, found.Rows, found.Sent));
        Assert.All(bench.Sandbox.Faults.Rules, rule => Assert.True(rule.Struck > 0, $"{rule.Rule.Match} was never met."));
        Assert.DoesNotContain(bench.Sandbox.Requests.Entries, entry => entry.InsideRetryAfter);
        if (way.EndsWith("hour", StringComparison.Ordinal)) Assert.InRange(bench.Clock.GetUtcNow() - begun, TimeSpan.FromHours(1), TimeSpan.FromHours(8));
    }

    // A message has no tag and no lock; a session changes nothing that could come late.
    private static bool CanMeet(string request, string way) =>
        !(request is Draft or Send && way is "423 for an hour" or "409 resourceModified" or "412") && !(request == Tracker && way.StartsWith("504 and", StringComparison.Ordinal));

    [Fact]
    public async Task A_full_library_is_given_up_and_said_and_a_person_can_try_again()
    {
        await using var bench = await CourierBench.StartAsync(Token);
        var consignment = bench.World.Consignment();
        using (bench.Sandbox.Refusing(Upload, 507))
        {
            await bench.Ledger.HandInAsync(consignment, Token);
            await bench.DriveAsync(Token);
        }

        var full = await bench.Ledger.StatusAsync(consignment.Delivery, Token);
        Assert.Equal((DeliveryState.Failed, "library-full"), (full.State, full[DeliveryStep.Upload].Error));
        await bench.Ledger.RetryAsync(consignment.Delivery, Token);
        await bench.DriveAsync(Token);
        Assert.Equal(DeliveryState.Delivered, (await bench.Ledger.StatusAsync(consignment.Delivery, Token)).State);
    }

    [Fact]
    public async Task A_file_that_Graph_does_not_show_at_once_is_not_uploaded_twice()
    {
        await using var bench = await CourierBench.StartAsync(Token);
        var consignment = bench.World.Consignment();
        bench.Sandbox.Faults.Add(new FaultRule(Upload, FaultKind.Unseen) { Times = 1, Calls = 5 });

        await bench.Ledger.HandInAsync(consignment, Token);
        await bench.DriveAsync(Token);

        Assert.Equal(1, (await bench.CountAsync(consignment, Token)).Files);
        Assert.Single(bench.Sandbox.Requests.Entries, entry => entry is { Method: "PUT", Status: 201 } && entry.Path.EndsWith(".docx:/content", StringComparison.Ordinal));
    }
}
