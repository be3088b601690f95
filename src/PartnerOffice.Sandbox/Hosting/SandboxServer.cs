using System.Globalization;
using System.Net;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace PartnerOffice.Sandbox;

/// <summary>A local Microsoft Graph over HTTPS on this machine, with its tenants as ordinary files in one folder.</summary>
public sealed class SandboxServer : IAsyncDisposable
{
    private const long MaxRequest = 260L * 1024 * 1024;

    private readonly FileStream _claim;
    private readonly World _world;
    private readonly TokenIssuer _issuer;
    private readonly GraphService _graph;
    private readonly Notices _notices;
    private readonly SandboxPage _page;
    private readonly X509Certificate2 _certificateWithKey;
    private readonly WebApplication _app;

    private SandboxServer(SandboxOptions options)
    {
        var hidden = Path.Combine(options.Folder, ".sandbox");
        Directory.CreateDirectory(hidden);
        _claim = Claim(Path.Combine(hidden, "in-use"));
        try
        {
            _world = new World(options.Folder, options.Time, options.Settings, options.OnDiskStep);
            _world.Load();
            Seeder.Apply(_world, options.Seed);
            _issuer = new TokenIssuer(hidden);
            _certificateWithKey = ServerCertificate.LoadOrMake(hidden);
            Certificate = X509CertificateLoader.LoadCertificate(_certificateWithKey.RawData);
            _notices = new Notices(options.Time, Faults, options.Notifications);
            _graph = new GraphService(this, _world, _issuer, Faults, Requests, _notices);
            Calendars = new PeopleAtTheCalendar(_world, _graph.OneAtATime, () => _notices.Look(_world));
            _page = new SandboxPage(this, _world, _graph.OneAtATime);
            _app = Build(options.Port);
        }
        catch
        {
            _claim.Dispose();
            throw;
        }
    }

    /// <summary>Where it answers: <c>https://localhost:port/</c>. Also the authority for signing in.</summary>
    public Uri BaseUri { get; private set; } = new("https://localhost/");

    /// <summary>Graph's own root, to be given to a client: <c>https://localhost:port/v1.0</c>.</summary>
    public Uri GraphUri => new(BaseUri, "v1.0");

    /// <summary>The certificate that a client must trust, without its key. The same after a restart on the same folder.</summary>
    public X509Certificate2 Certificate { get; }

    /// <summary>The rules by which it fails.</summary>
    public FaultBook Faults { get; } = new();

    /// <summary>What was asked of it.</summary>
    public RequestJournal Requests { get; } = new();

    /// <summary>How it behaves; may be changed while it runs.</summary>
    public SandboxSettings Settings => _world.Settings;

    /// <summary>Done when every notification so far has arrived or is lost.</summary>
    public Task NotificationsSent => _notices.Sent;

    /// <summary>The people in front of their calendars.</summary>
    public PeopleAtTheCalendar Calendars { get; }

    /// <summary>Every mail about a meeting so far, in the order of the meetings: invitations, updates and cancellations, one for each person.</summary>
    public IReadOnlyList<MeetingMail> MeetingMails
    {
        get
        {
            lock (_graph.OneAtATime)
            {
                return [.. CalendarState.Sent(_world)];
            }
        }
    }

    /// <summary>For each app and mailbox: how many requests were under way at once at most, and how many there were.</summary>
    internal IReadOnlyList<(string Scope, int Peak, int Requests)> MailboxLoads => _graph.MailboxLoads;

    internal DeviceCodes Devices { get; } = new();

    /// <summary>The methods and paths it serves, as Microsoft's description writes them.</summary>
    public IReadOnlyList<(string Method, string Template)> Routes => [.. _graph.Routes.Routes.Select(route => (route.Method, route.Template))];

    /// <summary>Opens the folder, finishes what a killed process left undone, adds what the seed names, and answers.</summary>
    /// <exception cref="IOException">Another sandbox uses the folder, or the port is taken.</exception>
    public static async Task<SandboxServer> StartAsync(SandboxOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        var server = new SandboxServer(options);
        SandboxDiagnostics.Started(server);
        try
        {
            await server._app.StartAsync(cancellationToken);
            var address = server._app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
            server.BaseUri = new Uri($"https://localhost:{new Uri(address).Port}/");
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>Adds what the seed names and the sandbox lacks.</summary>
    public void Seed(SandboxSeed seed)
    {
        ArgumentNullException.ThrowIfNull(seed);
        lock (_graph.OneAtATime)
        {
            Seeder.Apply(_world, seed);
        }
    }

    /// <summary>All files, fields and messages as text without ids or times, the same for the same deeds.</summary>
    public string Describe()
    {
        lock (_graph.OneAtATime)
        {
            return Description.Of(_world);
        }
    }

    /// <summary>Sets up a rule that refuses what matches; disposing takes it down.</summary>
    /// <param name="match">For example <c>POST /users/{id}/messages/{id}/send</c>.</param>
    /// <param name="status">The status.</param>
    /// <param name="retryAfter">The wait that is asked for.</param>
    /// <param name="afterCommit">Whether only the answer is lost.</param>
    public IDisposable Refusing(string match, int status, TimeSpan? retryAfter = null, bool afterCommit = false) =>
        Faults.Add(new FaultRule(match) { Status = status, RetryAfter = retryAfter, AfterCommit = afterCommit });

    /// <summary>Lets somebody hold a file open, so that writes to it are 423; disposing closes it.</summary>
    /// <param name="driveId">The drive.</param>
    /// <param name="path">The path below its root.</param>
    /// <param name="by">Who or what holds it.</param>
    /// <param name="exclusively">Whether the workbook API is kept out as well, which otherwise writes along.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public IDisposable Open(string driveId, string path, string by = "Word im Browser", bool exclusively = false)
    {
        SetOpen(driveId, path, by, exclusively);
        return new Closing(() => SetOpen(driveId, path, null));
    }

    /// <summary>A person changes columns of a file in the browser or on a phone.</summary>
    /// <param name="driveId">The drive.</param>
    /// <param name="path">The path below its root.</param>
    /// <param name="by">The person's sign-in name, or any other text for somebody whom the tenant does not know.</param>
    /// <param name="fields">By internal name.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="ArgumentException">A column does not take the value.</exception>
    public void SetFields(string driveId, string path, string by, IReadOnlyDictionary<string, string?> fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        lock (_graph.OneAtATime)
        {
            var (drive, item) = FileAt(driveId, path);
            PeopleAtTheFiles.SetFields(drive, PeopleAtTheFiles.Settle(drive, item), PersonOf(drive.Tenant, by), fields);
            _notices.Look(_world);
        }
    }

    /// <summary>A person lays a file down, or saves it again.</summary>
    /// <param name="driveId">The drive.</param>
    /// <param name="path">The path below its root; its folder is there.</param>
    /// <param name="by">The person's sign-in name, or any other text.</param>
    /// <param name="bytes">What the file holds from now on.</param>
    /// <exception cref="FileNotFoundException">There is no such drive or folder.</exception>
    public void Save(string driveId, string path, string by, ReadOnlySpan<byte> bytes)
    {
        ArgumentNullException.ThrowIfNull(path);
        lock (_graph.OneAtATime)
        {
            var drive = DriveOf(driveId) ?? throw new FileNotFoundException($"There is no drive {driveId}.", path);
            PeopleAtTheFiles.Save(drive, path, PersonOf(drive.Tenant, by), bytes.ToArray());
            _notices.Look(_world);
        }
    }

    /// <summary>Tells a subscriber that something happens to the subscription itself.</summary>
    /// <param name="happened">What happens; what is removed here is gone.</param>
    /// <param name="subscriptionId">The subscription; null for all that want to hear of it.</param>
    /// <returns>How many were told.</returns>
    /// <exception cref="ArgumentException">There is no such subscription with a lifecycle address, or a drive's is to be told what only Outlook tells.</exception>
    public int TellLifecycle(SubscriptionLifecycle happened, string? subscriptionId = null)
    {
        lock (_graph.OneAtATime)
        {
            var meant = _world.Tenants.Values
                .SelectMany(tenant => tenant.State.Subscriptions.Select(one => (Tenant: tenant, One: one)))
                .Where(one => one.One.LifecycleUrl is not null && one.One.Expires > _world.Now && (subscriptionId is null || one.One.Id == subscriptionId)
                    && (happened == SubscriptionLifecycle.ReauthorizationRequired || one.One.Mailbox is not null))
                .ToList();
            if (subscriptionId is not null && meant.Count == 0)
            {
                throw new ArgumentException($"No subscription {subscriptionId} can be told that.", nameof(subscriptionId));
            }

            foreach (var (tenant, one) in meant)
            {
                var change = _world.Begin();
                change.Save(tenant, tenant.State with
                {
                    Subscriptions =
                    [
                        .. tenant.State.Subscriptions
                            .Where(other => other.Id != one.Id || happened != SubscriptionLifecycle.SubscriptionRemoved)
                            .Select(other => other.Id == one.Id && happened == SubscriptionLifecycle.ReauthorizationRequired ? other with { IsChallenged = true } : other)
                    ],
                });
                change.Complete();
                _notices.Tell(tenant, one, happened);
            }

            return meant.Count;
        }
    }

    /// <summary>Lets a person, a program or a mail server out there answer the last message that a mailbox sent to an address.</summary>
    /// <param name="mailbox">Whose message it was.</param>
    /// <param name="to">Whom it went to.</param>
    /// <exception cref="InvalidOperationException">Nothing was sent there.</exception>
    public void Answer(string mailbox, string to, MailReaction reaction)
    {
        ArgumentNullException.ThrowIfNull(reaction);
        lock (_graph.OneAtATime)
        {
            PeopleAtTheMail.Answer(_world, mailbox, to, reaction);
        }
    }

    /// <summary>Where the file lies on disk, for a person or a test that opens it with a program.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public string DiskPathOf(string driveId, string path)
    {
        lock (_graph.OneAtATime)
        {
            var (drive, item) = FileAt(driveId, path);
            return drive.DiskPath(item);
        }
    }

    /// <summary>A token of an app by itself, without the sign-in.</summary>
    /// <exception cref="ArgumentException">No such tenant or app.</exception>
    public string CreateAppToken(string tenantId, string clientId, TimeSpan? lifetime = null)
    {
        var (tenant, app) = AppOf(tenantId, clientId);
        return _issuer.ForApp(BaseUri, tenant.State, app, TokenIssuer.GraphAudience, lifetime);
    }

    /// <summary>A token of an app for a person who signed in.</summary>
    /// <exception cref="ArgumentException">No such tenant, app or mailbox.</exception>
    public string CreateUserToken(string tenantId, string clientId, string address, params IEnumerable<string> scopes)
    {
        var (tenant, app) = AppOf(tenantId, clientId);
        var user = tenant.MailboxOf(address) ?? throw new ArgumentException($"There is no mailbox {address}.", nameof(address));
        return _issuer.ForUser(BaseUri, tenant.State, app, user.State, scopes);
    }

    /// <summary>A person opens the sign-in page, types the code and is this account; null declines. False when no such code waits.</summary>
    public bool DecideDeviceCode(string userCode, string? address) => Devices.Decide(userCode, address);

    /// <summary>As after a changed password: accounts must be signed in again.</summary>
    public void RevokeSignIns() => Devices.RevokeAll();

    /// <summary>A handler that trusts this sandbox's certificate and no other.</summary>
    public SocketsHttpHandler CreateHandler()
    {
        var trusted = Certificate.RawData;
        return new SocketsHttpHandler
        {
            SslOptions = { RemoteCertificateValidationCallback = (_, certificate, _, _) => certificate is not null && certificate.GetRawCertData().AsSpan().SequenceEqual(trusted) },
        };
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _graph.Dispose();
        await _notices.DisposeAsync();
        _issuer.Dispose();
        _certificateWithKey.Dispose();
        Certificate.Dispose();
        await _claim.DisposeAsync();
    }

    internal void SetOpen(string driveId, string path, string? by, bool exclusively = false)
    {
        lock (_graph.OneAtATime)
        {
            var (drive, item) = FileAt(driveId, path);
            var change = _world.Begin();
            change.Save(drive, item with { OpenedBy = by, OpenedExclusively = by is not null && exclusively });
            change.Complete();
        }
    }

    private Drive? DriveOf(string driveId) => _world.Tenants.Values.Select(tenant => tenant.Drives.GetValueOrDefault(driveId)).FirstOrDefault(candidate => candidate is not null);

    private static Actor PersonOf(Tenant tenant, string by) => tenant.UserOf(by) is { } user
        ? new(null, null, user.ObjectId, user.DisplayName) { Email = user.UserPrincipalName }
        : new(null, null, null, by) { Email = by.Contains('@', StringComparison.Ordinal) ? by : null };

    private (Drive Drive, ItemState Item) FileAt(string driveId, string path)
    {
        var drive = DriveOf(driveId);
        return drive is not null && DriveLookup.ByPath(drive, drive.Root, path) is { IsFolder: false } item
            ? (drive, item)
            : throw new FileNotFoundException($"There is no file {path} in the drive {driveId}.", path);
    }

    private (Tenant Tenant, AppState App) AppOf(string tenantId, string clientId)
    {
        var tenant = _world.Tenants.GetValueOrDefault(tenantId) ?? throw new ArgumentException($"There is no tenant {tenantId}.", nameof(tenantId));
        var app = tenant.State.Apps.FirstOrDefault(candidate => string.Equals(candidate.ClientId, clientId, StringComparison.OrdinalIgnoreCase));
        return (tenant, app ?? throw new ArgumentException($"The app {clientId} is not registered there.", nameof(clientId)));
    }

    private static FileStream Claim(string path)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException taken)
        {
            throw new IOException($"Another sandbox is using the folder {Path.GetDirectoryName(Path.GetDirectoryName(path))}.", taken);
        }
    }

    private WebApplication Build(int port)
    {
        // An empty builder: no appsettings, no environment variables, no log of its own to the console.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = MaxRequest;
            kestrel.Limits.MinRequestBodyDataRate = null;
            kestrel.Listen(IPAddress.Loopback, port, listen => listen.UseHttps(_certificateWithKey));
        });
        builder.Services.AddSingleton<IHostLifetime, OwnersLifetime>();
        var app = builder.Build();
        app.Run(AnswerAsync);
        return app;
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var target = context.Features.Get<IHttpRequestFeature>()!.RawTarget;
        var cut = target.IndexOf('?', StringComparison.Ordinal);
        var path = cut < 0 ? target : target[..cut];
        if (path == "/" || path.StartsWith(SandboxPage.Prefix, StringComparison.Ordinal))
        {
            await WriteAsync(context, await _page.AnswerAsync(context, path), null);
            return;
        }

        byte[] body = [];
        // The sign-in reads its form itself.
        if (!context.Request.HasFormContentType || path.StartsWith("/v1.0/", StringComparison.Ordinal))
        {
            using var memory = new MemoryStream();
            await context.Request.Body.CopyToAsync(memory, context.RequestAborted);
            body = memory.ToArray();
        }

        var parts = new GraphCallParts(context.Request.Method, path, cut < 0 ? "" : target[cut..], context.Request.Headers, body, new Uri($"https://{context.Request.Host}/"));
        var outcome = await _graph.AnswerAsync(parts, context.Request, context.RequestAborted);
        await WriteAsync(context, outcome.Answer, outcome.Broken);
    }

    private async Task WriteAsync(HttpContext context, GraphAnswer answer, Breakage? broken)
    {
        if (broken == Breakage.Reset)
        {
            context.Abort();
            return;
        }

        var response = context.Response;
        response.StatusCode = answer.Status;
        response.Headers["X-PartnerOffice-Sandbox"] = "true";
        response.Headers.Date = _world.Now.ToString("R", CultureInfo.InvariantCulture);
        response.Headers.CacheControl = "no-store";
        foreach (var (name, value) in answer.Headers)
        {
            response.Headers[name] = value;
        }

        var body = answer.Bytes ?? (answer.Json is { } json ? JsonSerializer.SerializeToUtf8Bytes(json, StateJson.Compact) : []);
        if (answer.Status is 204 or 304 || (body.Length == 0 && answer.Bytes is null))
        {
            response.ContentLength = answer.Status is 204 or 304 ? null : 0;
            return;
        }

        response.ContentType = answer.ContentType ?? "application/json; odata.metadata=minimal; charset=utf-8";
        response.ContentLength = body.Length;
        if (broken == Breakage.Truncated)
        {
            await response.Body.WriteAsync(body.AsMemory(0, body.Length / 2), context.RequestAborted);
            await response.Body.FlushAsync(context.RequestAborted);
            context.Abort();
            return;
        }

        await response.Body.WriteAsync(body, context.RequestAborted);
    }

    private sealed class Closing(Action close) : IDisposable
    {
        public void Dispose() => close();
    }
}
