using System.Globalization;
using Microsoft.Extensions.Time.Testing;
using PartnerOffice.Core;
using PartnerOffice.Deliveries;
using PartnerOffice.Retreats;
using PartnerOffice.Tests.Support;
using Xunit;

namespace PartnerOffice.Tests.Host.Retreats;

/// <summary>The ledger alone over a fake clock, and what both coordinators do with their retreats. Nothing leaves: what was handed in is looked at.</summary>
internal sealed class RetreatBench : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly LedgerDatabase database;

    private RetreatBench(Partnership partnership, DateTimeOffset start)
    {
        (Partnership, Clock) = (partnership, new(start));
        FirstStart.IntoOffice(folder.Path);
        database = new(folder.Path, new());
        Ledger = new(database, SecretStore.Open(folder.Path, null), Clock, new());
    }

    public string Folder => folder.Path;

    public LedgerDatabase Database => database;

    public Partnership Partnership { get; }

    public FakeTimeProvider Clock { get; }

    public Ledger Ledger { get; }

    public District Steinfurt => Partnership.Districts[0];

    public District Mse => Partnership.Districts[1];

    public Uri? Service { get; init; }

    public RetreatDesk Desk => new(Ledger, Partnership, Clock, Service);

    public PollDesk Polls => new(Ledger, Partnership, Clock, Service);

    /// <summary>Without any tenant: nobody's calendar is known.</summary>
    public SuggestRetreat Suggesting => new(Ledger, _ => null, Partnership, Clock);

    public DateOnly Today => Clock.Today(Steinfurt.TimeZone);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static RetreatBench Start(Partnership? partnership = null, DateTimeOffset? start = null, Uri? service = null) =>
        new(partnership ?? PartnershipSample.Read(), start ?? new(2027, 1, 4, 9, 0, 0, TimeSpan.Zero)) { Service = service };

    /// <summary>The coordinator of a district.</summary>
    public Person CoordinatorOf(District district) => district.CoordinatorOn(Today)!;

    public Task<Retreat> ProposeAsync(District by, District host, DateOnly day, DateOnly? last = null, int? year = null) =>
        Desk.ProposeAsync(new(host.Id, day, last ?? day), year, by, CoordinatorOf(by), Token);

    public Task<Retreat> ConfirmAsync(Retreat retreat, District by) => Desk.ConfirmAsync(retreat.Id, by, CoordinatorOf(by), Token);

    public async Task<Retreat> AgreeAsync(District host, DateOnly day, int? year = null) => await ConfirmAsync(await ProposeAsync(Steinfurt, host, day, year: year), Mse);

    public Task<Retreat> HoldAsync(Retreat retreat, int steinfurt, int mse) => Desk.RecordAsync(
        retreat.Id, [.. Steinfurt.People.Take(steinfurt).Concat(Mse.People.Take(mse)).Select(person => person.Name)], Steinfurt, "st-02", Token);

    /// <summary>Everything that was handed in as a message, in order: when it goes out, its topic, from whom to whom.</summary>
    public async Task<IReadOnlyList<(DateOnly Day, string Topic, string From, string To)>> LettersAsync(string topic) =>
        [.. (await Ledger.ListAsync(Token)).Where(status => status.Kind == DeliveryKind.Letter && status.Topic.StartsWith(topic, StringComparison.Ordinal))
            .Select(status => (Day: DateOnly.FromDateTime(status.StartsAt!.Value.UtcDateTime), status.Topic, From: status.From.ToString(), To: status.To.ToString()))
            .OrderBy(letter => letter.Day).ThenBy(letter => letter.Topic, StringComparer.Ordinal)];

    /// <summary>What a message says, as it waits in the ledger.</summary>
    public async Task<string> TextAsync(string topic)
    {
        var delivery = (await Ledger.ListAsync(Token)).Single(status => status.Topic == topic).Delivery;
        var claim = await Ledger.ClaimAsync(delivery, DeliveryStep.Mail, Token);
        return Ledger.Open(claim!)!.Mail.Text;
    }

    /// <summary>A day on which nothing else happens, at nine o'clock.</summary>
    public void GoTo(DateOnly day) => Clock.SetUtcNow(new(day.ToDateTime(new(9, 0)), TimeSpan.Zero));

    public static DateOnly Day(string text) => DateOnly.Parse(text, CultureInfo.InvariantCulture);

    public void Dispose()
    {
        database.Dispose();
        folder.Dispose();
    }
}
