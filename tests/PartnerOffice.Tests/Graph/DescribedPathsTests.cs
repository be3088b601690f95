using System.Net;
using System.Text.RegularExpressions;
using PartnerOffice.Graph;
using PartnerOffice.Tests.Support;
using Xunit;

namespace PartnerOffice.Tests.Graph;

/// <summary>Every request of the client is one that Microsoft describes.</summary>
public sealed class DescribedPathsTests
{
    private static readonly WorkbookSession Session = new(Given.Drive, Given.Item, "s", Persists: true);

    private static readonly CalendarPlace Calendar = new(Given.Mailbox, TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"));

    private static CancellationToken Now => TestContext.Current.CancellationToken;

    private static readonly Dictionary<string, Func<GraphConnection, Task>> Calls = new()
    {
        ["find by path"] = graph => graph.Drives.FindAsync(Given.Drive, Given.Path, Now),
        ["find root"] = graph => graph.Drives.FindAsync(Given.Drive, DrivePath.Root, Now),
        ["find by id"] = graph => graph.Drives.FindAsync(Given.Drive, Given.Item, Now),
        ["create"] = graph => graph.Drives.CreateAsync(Given.Drive, Given.Path, new byte[1], Given.Key, Now),
        ["open upload"] = graph => graph.Drives.OpenUploadAsync(Given.Drive, Given.Path, 1, Given.Key, Now),
        ["open replacement"] = graph => graph.Drives.OpenReplacementAsync(Given.Drive, Given.Item, 1, "c", Now),
        ["download"] = graph => graph.Drives.DownloadAsync(Given.Drive, Given.Item, Now),
        ["download as PDF"] = graph => graph.Drives.DownloadPdfAsync(Given.Drive, Given.Item, Now),
        ["delete"] = graph => graph.Drives.DeleteAsync(Given.Drive, Given.Item, null, Now),
        ["permanent delete"] = graph => graph.Drives.PermanentDeleteAsync(Given.Drive, Given.Item, Now),
        ["overwrite"] = graph => graph.Drives.OverwriteAsync(Given.Drive, Given.Item, new byte[1], "c", Now),
        ["site"] = graph => graph.Sites.AddressAsync(Given.Site, Now),
        ["libraries"] = graph => graph.Sites.LibrariesAsync(Given.Site, Now),
        ["drive of a list"] = graph => graph.Sites.DriveOfAsync(Given.Site, Given.List, Now),
        ["who may open"] = graph => graph.Sites.IsOpenToEverybodyAsync(Given.Drive, Now),
        ["versions"] = graph => graph.Drives.VersionsAsync(Given.Drive, Given.Item, Now),
        ["check in"] = graph => graph.Drives.CheckInAsync(Given.Drive, Given.Item, "", Now),
        ["checked out"] = graph => graph.Drives.IsCheckedOutAsync(Given.Drive, Given.Item, Now),
        ["delta"] = graph => graph.Drives.DeltaAsync(Given.Drive, null, Now),
        ["subscriptions"] = graph => graph.Subscriptions.ListAsync(Now),
        ["subscribe"] = graph => graph.Subscriptions.EnsureAsync(SubscribedResource.Of(Given.Drive), new Uri("https://dienst.example/n"), new Uri("https://dienst.example/l"), "x", DateTimeOffset.UtcNow, Now),
        ["renew"] = graph => graph.Subscriptions.RenewAsync(SubscriptionId.Parse("s-1"), DateTimeOffset.UtcNow, Now),
        ["unsubscribe"] = graph => graph.Subscriptions.DeleteAsync(SubscriptionId.Parse("s-1"), Now),
        ["folder"] = graph => graph.Drives.EnsureFolderAsync(Given.Drive, DrivePath.Parse("Protokolle"), Now),
        ["columns"] = graph => graph.Lists.ColumnsAsync(Given.Site, Given.List, Now),
        ["find row"] = graph => graph.Lists.FindItemByFieldAsync(Given.Site, Given.List, "POKey", "k", Now),
        ["row"] = graph => graph.Lists.FieldsAsync(Given.Site, Given.List, "7", Now),
        ["fields"] = graph => graph.Lists.UpdateFieldsAsync(Given.Site, Given.List, "7", new Dictionary<string, object?>(), null, Now),
        ["draft"] = graph => graph.Mail.CreateDraftAsync(Given.Mailbox, Given.Draft, Now),
        ["find message"] = graph => graph.Mail.FindAsync(Given.Mailbox, Given.Message, Now),
        ["find key"] = graph => graph.Mail.FindByKeyAsync(Given.Mailbox, Given.Key, Now),
        ["find key in folder"] = graph => graph.Mail.FindByKeyAsync(Given.Mailbox, MailFolder.SentItems, Given.Key, Now),
        ["send"] = graph => graph.Mail.SendAsync(Given.Mailbox, Given.Message, Now),
        ["delete message"] = graph => graph.Mail.DeleteAsync(Given.Mailbox, Given.Message, Now),
        ["make event"] = graph => graph.Calendars.CreateAsync(Calendar, Given.Event, Now),
        ["find event"] = graph => graph.Calendars.FindAsync(Calendar, Given.EventId, Now),
        ["find event by key"] = graph => graph.Calendars.FindByKeyAsync(Calendar, Given.Key, Now),
        ["change event"] = graph => graph.Calendars.UpdateAsync(Calendar, Given.EventId, new() { Mark = "m" }, Now),
        ["cancel event"] = graph => graph.Calendars.CancelAsync(Calendar, Given.EventId, "", Now),
        ["days of a series"] = graph => graph.Calendars.InstancesAsync(Calendar, Given.EventId, DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch, Now),
        ["calendar view"] = graph => graph.Calendars.ViewAsync(Calendar, DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch, Now),
        ["calendar delta"] = graph => graph.Calendars.DeltaAsync(Calendar, DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch, null, Now),
        ["schedules"] = graph => graph.Calendars.SchedulesAsync(Calendar, [EmailAddress.Parse("anna@steinfurt.example")], DateTime.UnixEpoch, DateTime.UnixEpoch, TimeSpan.FromMinutes(30), Now),
        ["open workbook"] = graph => graph.Workbooks.OpenAsync(Given.Drive, Given.Item, true, Now),
        ["close workbook"] = graph => graph.Workbooks.CloseAsync(Session, Now),
        ["refresh workbook"] = graph => graph.Workbooks.RefreshAsync(Session, Now),
        ["tables"] = graph => graph.Workbooks.TablesAsync(Session, Now),
        ["header"] = graph => graph.Workbooks.HeaderAsync(Session, "Beschlüsse", Now),
        ["rows"] = graph => graph.Workbooks.RowsAsync(Session, "Beschlüsse", Now),
        ["column"] = graph => graph.Workbooks.ColumnAsync(Session, "Beschlüsse", "Schlüssel", Now),
        ["add rows"] = graph => graph.Workbooks.AddRowsAsync(Session, "Beschlüsse", [["x"]], Now),
        ["update row"] = graph => graph.Workbooks.UpdateRowAsync(Session, "Beschlüsse", 0, ["x"], Now),
        ["delete row"] = graph => graph.Workbooks.DeleteRowAsync(Session, "Beschlüsse", 0, Now),
        ["range"] = graph => graph.Workbooks.RangeAsync(Session, "Übersicht", "A1:B2", Now),
        ["update range"] = graph => graph.Workbooks.UpdateRangeAsync(Session, "Übersicht", "A1", [["x"]], Now),
    };

    public static TheoryData<string> Names => [.. Calls.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_request_is_one_that_Microsoft_describes(string name)
    {
        var described = Described();
        // Only what is asked counts here; after this answer each call gives up.
        var graph = new ScriptedGraph();
        if (name == "folder") graph.Refuses(404, "itemNotFound");
        if (name == "subscribe") graph.Answers(HttpStatusCode.OK, """{"value":[]}""");
        graph.Refuses((int)HttpStatusCode.Forbidden, "accessDenied");
        using var connection = graph.Connect();

        await Assert.ThrowsAsync<AccessDeniedException>(() => Calls[name](connection));

        Assert.All(graph.Seen, request => Assert.Contains(described, one =>
            one.Methods.Contains(request.Method.Method) && one.Path.IsMatch(Uri.UnescapeDataString(request.Path["/v1.0".Length..]))));
    }

    private static List<(Regex Path, HashSet<string> Methods)> Described()
    {
        // A work tree may lie one folder deeper than the main one.
        var list = ((IEnumerable<string>)["../shared", "../../shared"])
            .Select(shared => Path.Combine(Repository.Root, shared, "graph", "paths.txt"))
            .FirstOrDefault(File.Exists);
        Assert.SkipWhen(list is null, "Microsoft's description of Graph is not in ../shared/graph beside this repository.");

        return [.. File.ReadLines(list!)
            .Select(line => line.TrimStart('+', ' ').Split("  ", StringSplitOptions.RemoveEmptyEntries))
            .Where(parts => parts.Length == 2)
            .Select(parts => (
                new Regex($"^{Regex.Replace(Regex.Escape(parts[0]).Replace("}", "\\}", StringComparison.Ordinal), @"\\\{(item-path|[^}]*?)\\\}", hit =>
                    hit.Groups[1].Value == "item-path" ? "[^:]+" : "[^/]+")}$"),
                parts[1].Split(' ').Select(method => method.TrimEnd('+')).ToHashSet()))];
    }
}
