using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace PartnerOffice.Sandbox;

/// <summary>The sandbox's own page and JSON under <c>/_sandbox/</c>: what is there, what was asked, what shall go wrong.</summary>
internal sealed class SandboxPage(SandboxServer server, World world, Lock oneAtATime)
{
    public const string Prefix = "/_sandbox";

    private const int ShownRequests = 100;

    public async Task<GraphAnswer> AnswerAsync(HttpContext context, string path)
    {
        // Another name for this address would be another site's: a page out there must not reach in through the visitor's browser.
        if (context.Request.Host.Host is not ("localhost" or "127.0.0.1"))
        {
            return new GraphAnswer(403);
        }

        var segments = path.Split('/', StringSplitOptions.RemoveEmptyEntries).Skip(1).ToArray();
        try
        {
            return (context.Request.Method, segments) switch
            {
                ("GET", []) => Html(),
                ("GET", ["page.js"]) => GraphAnswer.Content(Encoding.UTF8.GetBytes(PageText.Script), "text/javascript; charset=utf-8"),
                ("GET", ["state"]) => GraphAnswer.Ok(State()),
                ("GET", ["requests"]) => GraphAnswer.Ok(Requests()),
                ("DELETE", ["requests"]) => Done(server.Requests.Clear),
                ("GET", ["faults"]) => GraphAnswer.Ok(Faults()),
                ("POST", ["faults"]) => AddFault(await ReadAsync<FaultRule>(context)),
                ("DELETE", ["faults"]) => Done(server.Faults.Clear),
                ("DELETE", ["faults", var id]) => server.Faults.Remove(id) ? GraphAnswer.NoContent() : new GraphAnswer(404),
                ("GET", ["settings"]) => GraphAnswer.Ok(Settings()),
                ("POST", ["settings"]) => Change(await ReadAsync<JsonObject>(context)),
                ("GET", ["device"]) => Device(context.Request.Query["code"].ToString()),
                ("POST", ["device"]) => Decide(await ReadAsync<DeviceDecision>(context)),
                ("POST", ["calendar"]) => Act(await ReadAsync<CalendarDeed>(context)),
                ("POST", ["lifecycle"]) => Lifecycle(await ReadAsync<LifecycleRequest>(context)),
                ("POST", ["answer"]) => Answer(await ReadAsync<AnswerRequest>(context)),
                ("POST", ["open"]) => Open(await ReadAsync<OpenRequest>(context), isOpen: true),
                ("POST", ["fields"]) => SetFields(await ReadAsync<FieldsRequest>(context)),
                ("POST", ["close"]) => Open(await ReadAsync<OpenRequest>(context), isOpen: false),
                _ => new GraphAnswer(404),
            };
        }
        catch (Exception wrong) when (wrong is JsonException or ArgumentException or FormatException or FileNotFoundException or InvalidOperationException)
        {
            return new GraphAnswer(wrong is FileNotFoundException ? 404 : 400) { Json = new JsonObject { ["error"] = wrong.Message } };
        }
    }

    private static async Task<T> ReadAsync<T>(HttpContext context) => context.Request.ContentType?.StartsWith("application/json", StringComparison.OrdinalIgnoreCase) == true
        ? await JsonSerializer.DeserializeAsync<T>(context.Request.Body, Strict, context.RequestAborted) ?? throw new JsonException("The body is empty.")
        : throw new JsonException("The content type must be application/json.");

    private static JsonSerializerOptions Strict { get; } = new(StateJson.Compact) { UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow };

    private static GraphAnswer Done(Action action)
    {
        action();
        return GraphAnswer.NoContent();
    }

    private GraphAnswer AddFault(FaultRule rule)
    {
        server.Faults.Add(rule);
        return GraphAnswer.Created(Faults());
    }

    /// <summary>The page to which a device sends people: one row per waiting code and account.</summary>
    private GraphAnswer Device(string code)
    {
        var body = new StringBuilder();
        var waiting = server.Devices.Waiting.Where(one => code.Length == 0 || one.UserCode == code).ToList();
        lock (oneAtATime)
        {
            PageText.Devices(body, [.. waiting.Select(one => (one.UserCode, world.Tenants[one.TenantId]))]);
        }

        return Framed(body);
    }

    private GraphAnswer Decide(DeviceDecision decision) => server.DecideDeviceCode(decision.Code, decision.Address) ? GraphAnswer.NoContent() : new GraphAnswer(404);

    private GraphAnswer Open(OpenRequest request, bool isOpen)
    {
        server.SetOpen(request.Drive, request.Path, isOpen ? request.By ?? "Word im Browser" : null, request.Exclusively);
        return GraphAnswer.NoContent();
    }

    /// <summary>A person sets columns, as they would in the browser or on a phone.</summary>
    private GraphAnswer SetFields(FieldsRequest request)
    {
        server.SetFields(request.Drive, request.Path, request.By, request.Fields);
        return GraphAnswer.NoContent();
    }

    /// <summary>A person does something in Outlook.</summary>
    private GraphAnswer Act(CalendarDeed deed)
    {
        var people = server.Calendars;
        (DateTime Start, DateTime End, string Zone) Slot() =>
            (deed.Start ?? throw new ArgumentException("The start is missing."), deed.End ?? throw new ArgumentException("The end is missing."), deed.TimeZone ?? "W. Europe Standard Time");
        switch (deed.Do)
        {
            case "accept":
                people.Accept(deed.Person, deed.Meeting, deed.Comment);
                break;
            case "decline":
                people.Decline(deed.Person, deed.Meeting, deed.Comment);
                break;
            case "tentative":
                people.AnswerTentatively(deed.Person, deed.Meeting, deed.Comment);
                break;
            case "propose" when Slot() is var (start, end, zone):
                people.Propose(deed.Person, deed.Meeting, start, end, zone, deed.Comment);
                break;
            case "move" when Slot() is var (start, end, zone):
                people.Move(deed.Person, deed.Meeting, start, end, zone);
                break;
            case "change":
                people.Change(deed.Person, deed.Meeting, deed.Changes ?? throw new ArgumentException("The changes are missing."));
                break;
            case "cancel":
                people.Cancel(deed.Person, deed.Meeting, deed.Comment);
                break;
            case "delete":
                people.Delete(deed.Person, deed.Meeting);
                break;
            case "enter" when Slot() is var (start, end, zone):
                people.Enter(deed.Person, deed.Meeting, start, end, zone, deed.ShowAs ?? "busy");
                break;
            default:
                throw new ArgumentException($"'{deed.Do}' is none of accept, decline, tentative, propose, move, change, cancel, delete, enter.");
        }

        return GraphAnswer.NoContent();
    }

    private GraphAnswer Lifecycle(LifecycleRequest request) => GraphAnswer.Ok(new JsonObject { ["told"] = server.TellLifecycle(request.Event, request.Subscription) });

    /// <summary>Somebody out there answers the last message that a mailbox sent to them.</summary>
    private GraphAnswer Answer(AnswerRequest request)
    {
        server.Answer(request.Mailbox, request.To, request.Kind switch
        {
            "person" => MailReaction.Person(request.Text, request.From),
            "out-of-office" => MailReaction.OutOfOffice(request.Text),
            "bounce" => MailReaction.Bounce(request.Status ?? "5.1.1", request.Text),
            _ => throw new ArgumentException("The kind is person, out-of-office or bounce.", nameof(request)),
        });
        return GraphAnswer.NoContent();
    }

    private GraphAnswer Change(JsonObject changes)
    {
        var merged = Settings();
        foreach (var (name, value) in changes)
        {
            if (!merged.ContainsKey(name) && typeof(SandboxSettings).GetProperties().All(property => !string.Equals(property.Name, name, StringComparison.OrdinalIgnoreCase)))
            {
                throw new ArgumentException($"There is no setting '{name}'.");
            }

            merged[name] = value?.DeepClone();
        }

        var read = merged.Deserialize<SandboxSettings>(Strict)!;
        foreach (var property in typeof(SandboxSettings).GetProperties())
        {
            property.SetValue(world.Settings, property.GetValue(read));
        }

        return GraphAnswer.Ok(Settings());
    }

    private JsonObject Settings() => JsonSerializer.SerializeToNode(world.Settings, StateJson.Compact)!.AsObject();

    private JsonObject Faults() => new()
    {
        ["faults"] = new JsonArray([.. server.Faults.Rules.Select(entry =>
        {
            var json = JsonSerializer.SerializeToNode(entry.Rule, StateJson.Compact)!.AsObject();
            json["struck"] = entry.Struck;
            return json;
        })]),
    };

    private JsonObject Requests()
    {
        var entries = server.Requests.Entries;
        return new JsonObject
        {
            ["sandbox"] = true,
            ["count"] = entries.Count,
            ["units"] = entries.Sum(entry => entry.Units),
            ["insideRetryAfter"] = entries.Count(entry => entry.InsideRetryAfter),
            ["byApp"] = new JsonArray([.. entries.Where(entry => entry.AppId is not null).GroupBy(entry => (entry.AppId, entry.TenantId)).Select(group => new JsonObject
            {
                ["app"] = group.Key.AppId, ["tenant"] = group.Key.TenantId, ["count"] = group.Count(), ["units"] = group.Sum(entry => entry.Units),
            })]),
            ["byMailbox"] = new JsonArray([.. server.MailboxLoads.Select(load => new JsonObject { ["scope"] = load.Scope, ["count"] = load.Requests, ["atOnce"] = load.Peak })]),
            ["requests"] = JsonSerializer.SerializeToNode(entries, StateJson.Compact),
        };
    }

    private JsonObject State()
    {
        lock (oneAtATime)
        {
            return new JsonObject
            {
                ["sandbox"] = true,
                ["time"] = world.Now,
                ["sentOutside"] = world.MessagesSentOutside,
                ["meetingMails"] = CalendarState.Mails(world),
                ["tenants"] = new JsonArray([.. world.Tenants.Values.Select(Tenant)]),
            };
        }
    }

    private static JsonObject Tenant(Tenant tenant) => new()
    {
        ["id"] = tenant.State.Id,
        ["name"] = tenant.State.Name,
        ["folder"] = tenant.Folder,
        ["apps"] = new JsonArray([.. tenant.State.Apps.Select(app => new JsonObject
        {
            ["clientId"] = app.ClientId, ["displayName"] = app.DisplayName, ["roles"] = new JsonArray([.. app.Roles.Select(role => JsonValue.Create(role))]),
        })]),
        ["grants"] = JsonSerializer.SerializeToNode(tenant.State.Grants, StateJson.Compact),
        ["drives"] = new JsonArray([.. tenant.Drives.Values.Select(Drive)]),
        ["subscriptions"] = CalendarState.Subscriptions(tenant),
        ["mailboxes"] = new JsonArray([.. tenant.Mailboxes.Values.Select(Mailbox)]),
    };

    private static JsonObject Drive(Drive drive)
    {
        foreach (var folder in drive.Items.Where(item => item is { IsFolder: true, Presence: Presence.Here }).Select(item => item.Id).ToArray())
        {
            PeopleAtTheFiles.Settle(drive, folder);
        }

        return new JsonObject
        {
            ["driveId"] = drive.Library.DriveId,
            ["listId"] = drive.Library.ListId,
            ["siteId"] = drive.Site.Id,
            ["name"] = drive.Library.Name,
            ["folder"] = drive.Folder,
            ["items"] = new JsonArray([.. drive.Items.Where(item => !item.IsRoot).OrderBy(item => item.ListItemId).Select(item => new JsonObject
            {
                ["id"] = item.Id,
                ["listItemId"] = item.ListItemId,
                ["path"] = string.Join('/', drive.NamesOf(item)),
                ["file"] = item.Presence == Presence.Here ? drive.DiskPath(item) : null,
                ["isFolder"] = item.IsFolder,
                ["presence"] = item.Presence.ToString(),
                ["size"] = item.Size,
                ["version"] = item.Version.ToString(),
                ["versions"] = item.PastVersions.Count + 1,
                ["eTag"] = item.ETag,
                ["cTag"] = item.CTag,
                ["createdBy"] = item.CreatedBy.AppName ?? item.CreatedBy.UserName,
                ["lastModifiedBy"] = item.ModifiedBy.AppName ?? item.ModifiedBy.UserName,
                ["lastModified"] = item.Modified,
                ["checkedOutBy"] = item.CheckedOutBy?.AppName ?? item.CheckedOutBy?.UserName,
                ["openWith"] = item is { IsFolder: false, Presence: Presence.Here } ? PeopleAtTheFiles.OpenWith(drive, item) : null,
                ["fields"] = new JsonObject(item.Fields.Select(field => KeyValuePair.Create(field.Key, field.Value?.DeepClone()))),
            })]),
        };
    }

    private static JsonObject Mailbox(Mailbox mailbox) => new()
    {
        ["address"] = mailbox.State.Address,
        ["folder"] = Path.GetDirectoryName(mailbox.FolderPath(PartnerOffice.Sandbox.Mailbox.Inbox)),
        ["messages"] = new JsonArray([.. mailbox.Messages.OrderBy(message => message.Created).Select(message => new JsonObject
        {
            ["id"] = message.Id,
            ["folder"] = message.Folder,
            ["subject"] = message.Content["subject"]?.DeepClone(),
            ["to"] = message.Content["toRecipients"]?.DeepClone(),
            ["isDraft"] = message.IsDraft,
            ["sent"] = message.Sent,
            ["internetMessageId"] = message.InternetMessageId,
            ["properties"] = new JsonObject(message.Properties.Select(property => KeyValuePair.Create(property.Key, (JsonNode?)property.Value))),
            ["file"] = mailbox.FilePath(message),
        })]),
        ["events"] = CalendarState.Events(mailbox.Calendar),
    };

    private GraphAnswer Html()
    {
        var body = new StringBuilder();
        lock (oneAtATime)
        {
            foreach (var tenant in world.Tenants.Values)
            {
                PageText.Tenant(body, tenant);
                CalendarText.Tenant(body, tenant);
            }
        }

        PageText.Faults(body, server.Faults.Rules);
        var entries = server.Requests.Entries;
        PageText.Requests(body, [.. entries.TakeLast(ShownRequests).Reverse()], entries.Count, entries.Sum(entry => entry.Units));
        return Framed(body);
    }

    private static GraphAnswer Framed(StringBuilder body) =>
        GraphAnswer.Content(Encoding.UTF8.GetBytes(PageText.Page(body.ToString())), "text/html; charset=utf-8")
            .With("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; script-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'")
            .With("X-Content-Type-Options", "nosniff");

    private sealed record DeviceDecision(string Code, string? Address = null);

    private sealed record FieldsRequest(string Drive, string Path, string By, Dictionary<string, string?> Fields);

    private sealed record CalendarDeed(
        string Person, string Meeting, string Do, string? Comment = null, DateTime? Start = null, DateTime? End = null, string? TimeZone = null, JsonObject? Changes = null, string? ShowAs = null);

    private sealed record LifecycleRequest(SubscriptionLifecycle Event, string? Subscription = null);

    private sealed record AnswerRequest(string Mailbox, string To, string Text, string Kind = "person", string? From = null, string? Status = null);

    private sealed record OpenRequest(string Drive, string Path, string? By = null, bool Exclusively = false);
}
