using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using PartnerOffice.Api;
using PartnerOffice.Core;
using PartnerOffice.Deliveries;
using PartnerOffice.Graph;
using PartnerOffice.Notifications;
using PartnerOffice.Sandbox;
using Xunit;

namespace PartnerOffice.Tests.Support;

/// <summary>
/// Two boards and the service that invites for them, by a fake clock: what people do wakes it by real notifications of the sandbox, a timer looks
/// where none came, and it may die at any commit. Nothing waits, and nothing looks where nothing happened.
/// </summary>
internal sealed class MeetingLife : IAsyncDisposable
{
    public static readonly Uri Service = new("https://dienst.example/");

    private static readonly Uri Address = new(Service, NotificationEndpoint.Path);
    private static readonly TimeSpan Timer = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan Soon = TimeSpan.FromMinutes(10);
    private static readonly TimeOnly Morning = new(9, 5);

    // Killed at the second, the 23rd and the 144th time that somebody comes to a place.
    private static readonly int[] Deadly = [2, 23, 144];

    private readonly WebApplication receiver;
    private readonly WakeBook book;
    private readonly Dictionary<string, int> visits = [];
    private readonly Dictionary<string, SentLetter> letters = [];
    private DateTimeOffset renewed = DateTimeOffset.MinValue;

    private MeetingLife(CourierBench bench, Partnership partnership, WebApplication receiver, IReadOnlyList<BoardWatch> watches)
    {
        (Bench, Partnership, this.receiver) = (bench, partnership, receiver);
        book = receiver.Services.GetRequiredService<WakeBook>();
        Boards = [.. watches.Select(watch => new BoardLife(this, watch))];
        Rise();
    }

    public CourierBench Bench { get; }

    /// <summary>As the file says it now.</summary>
    public Partnership Partnership { get; private set; }

    public IReadOnlyList<BoardLife> Boards { get; }

    /// <summary>Whether notifications are held up: then nobody waits for them.</summary>
    public bool IsSlow { get; set; }

    /// <summary>At which commits the service died so far.</summary>
    public List<string> Deaths { get; } = [];

    /// <summary>How often a notification woke somebody, and how often only the timer found something to do.</summary>
    public (int Woken, int Timed) Looks { get; private set; }

    public DateTimeOffset Now => Bench.Clock.GetUtcNow();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private DateOnly Today => Bench.Clock.Today(Zone);

    private TimeZoneInfo Zone => Partnership.Districts[0].TimeZone;

    public static async Task<MeetingLife> StartAsync(Partnership partnership, DateTimeOffset start)
    {
        var watches = partnership.Districts.Select(district => new BoardWatch(district)).ToList();
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        // The one that keeps subscriptions is only told to doubt them here.
        builder.Services.AddSingleton<WakeBook>().AddSingleton(_ => new Subscriptions(() => throw new InvalidOperationException("There is no office."), new(), TimeProvider.System, NullLogger<Subscriptions>.Instance));
        foreach (var watch in watches) builder.Services.AddSingleton<IWatch>(watch);
        var receiver = builder.Build();
        receiver.MapNotifications();
        await receiver.StartAsync(Token);
        var bench = await CourierBench.StartAsync(Token, start, receiver.GetTestServer().CreateHandler());
        bench.KnowPeople(partnership);
        var life = new MeetingLife(bench, partnership, receiver, watches);
        await life.SubscribeAsync();
        return life;
    }

    /// <summary>The partnership file says something else from now on.</summary>
    public void Know(Partnership partnership)
    {
        Partnership = partnership;
        Bench.KnowPeople(partnership);
        Rise();
    }

    /// <summary>A moment by the office's clock.</summary>
    public DateTimeOffset At(DateOnly day, TimeOnly hour) => new(day.ToDateTime(hour), Zone.GetUtcOffset(day.ToDateTime(hour)));

    /// <summary>Somebody does something, and everything that follows at once follows.</summary>
    public async Task DoAsync(Func<Task> deed)
    {
        await SurvivingAsync(deed);
        await DriveAsync(Now + Soon);
        await FollowAsync();
    }

    /// <summary>Time passes, with what goes out by itself, and the looks of the mornings on which there may be something to do.</summary>
    public async Task UntilAsync(DateTimeOffset moment)
    {
        for (var next = NextMorning(); next < moment; next = NextMorning())
        {
            await PassAsync(next);
            await SubscribeAsync();
            await LookAsync(Boards.Where(board => board.IsDueOn(Today)));
            await FollowAsync();
        }

        await PassAsync(moment);
    }

    /// <summary>What left the mailboxes so far, in its order.</summary>
    public IReadOnlyList<SentLetter> Letters()
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Bench.World.Folder, "sandbox"), "*.eml", SearchOption.AllDirectories))
        {
            if (file.Contains("SentItems", StringComparison.OrdinalIgnoreCase) && !letters.ContainsKey(file)) letters.Add(file, SentLetter.Read(file));
        }

        return [.. letters.Values.OrderBy(letter => letter.At)];
    }

    /// <summary>Does it until it is done: whoever was not answered says it again, to the next process.</summary>
    public async Task SurvivingAsync(Func<Task> work)
    {
        for (var isDone = false; !isDone;)
        {
            try
            {
                await work();
                isDone = true;
            }
            catch (AbandonedException)
            {
                Rise();
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Bench.DisposeAsync();
        await receiver.DisposeAsync();
    }

    // The tracker's own commits are killed elsewhere, with every way in which the network fails.
    private void Rise() => Bench.Restart(new()
    {
        Kills = place =>
        {
            if (place.StartsWith("Tracker:", StringComparison.Ordinal)) return false;

            var visit = visits[place] = visits.GetValueOrDefault(place) + 1;
            if (!Deadly.Contains(visit)) return false;

            Deaths.Add(place);
            return true;
        },
    });

    private async Task FollowAsync()
    {
        for (var round = 0; round < 8; round++)
        {
            if (!IsSlow) await Bench.Sandbox.NotificationsSent;
            var woken = book.Take();
            if (woken.Count > 0)
            {
                Looks = (Looks.Woken + 1, Looks.Timed);
                await LookAsync(Boards.Where(board => woken.Contains(board.Watch)));
            }
            // A change that nobody was told of, or an event that is gone for one look.
            else if (Boards.Any(board => board.IsTouched || board.IsMissing))
            {
                Looks = (Looks.Woken, Looks.Timed + 1);
                await PassAsync(Now + Timer);
                await LookAsync(Boards);
            }
            else
            {
                return;
            }

            await DriveAsync(Now + Soon);
        }

        throw new InvalidOperationException("The calendars never come to rest.");
    }

    private async Task LookAsync(IEnumerable<BoardLife> boards)
    {
        foreach (var board in boards)
        {
            // What Graph refuses is looked at again with the next round.
            for (var isSeen = false; !isSeen;)
            {
                try
                {
                    await SurvivingAsync(board.LookAsync);
                    isSeen = true;
                }
                catch (GraphException)
                {
                    await PassAsync(Now + Timer);
                }
            }
        }
    }

    private async Task SubscribeAsync()
    {
        if (Now - renewed < TimeSpan.FromDays(2)) return;

        renewed = Now;
        foreach (var board in Boards)
        {
            try
            {
                var resource = board.Watch.Resource;
                await board.Graph.Subscriptions.EnsureAsync(resource.Resource, Address, Address, resource.ClientState, Now + TimeSpan.FromDays(6), Token);
            }
            catch (GraphException)
            {
                renewed = DateTimeOffset.MinValue;
            }
        }
    }

    private async Task PassAsync(DateTimeOffset until)
    {
        await DriveAsync(until);
        if (until > Now) Bench.Clock.Advance(until - Now);
    }

    private Task DriveAsync(DateTimeOffset until) => SurvivingAsync(() => Bench.DriveAsync(Token, until));

    private DateTimeOffset NextMorning()
    {
        for (var day = Today; ; day = day.AddDays(1))
        {
            if (At(day, Morning) > Now && Boards.Any(board => board.IsDueOn(day))) return At(day, Morning);
        }
    }
}
