using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using PartnerOffice.Deliveries;
using PartnerOffice.Tests.Support;

namespace PartnerOffice.Tests.Host.Deliveries.Model;

/// <summary>One step's row in a real ledger and in the model, and two executors who do to both whatever comes into their heads.</summary>
internal sealed class RowsSideBySide : IDisposable
{
    // Each, and more often those that leave the step open.
    private static readonly StepEvent[] Events = [.. Enum.GetValues<StepEvent>(), StepEvent.Intend, StepEvent.Intend, StepEvent.Note, StepEvent.Note, StepEvent.Unknown, StepEvent.NotDone];

    private readonly Random _random = new(20260714);
    private readonly DeliveryWorld _world = new();
    private readonly FakeTimeProvider _clock = new(new(2026, 8, 3, 9, 0, 0, TimeSpan.Zero));
    private readonly LedgerDatabase _database;
    private readonly Ledger _ledger;
    private readonly DeliveryStep _step;
    private readonly CancellationToken _token;
    private readonly (StepClaim? Claim, int Epoch)[] _executors = new (StepClaim?, int)[2];
    private DeliveryId _delivery;
    private Row _row;

    private RowsSideBySide(DeliveryStep step, CancellationToken token)
    {
        (_step, _token) = (step, token);
        _database = new(_world.Folder, new());
        _ledger = new(_database, SecretStore.Open(_world.Folder, null), _clock, new());
    }

    public int Saved { get; private set; }

    public int Refused { get; private set; }

    public int TakenOver { get; private set; }

    public Row InTheModel => _row;

    public static async Task<RowsSideBySide> OpenAsync(DeliveryStep step, CancellationToken token)
    {
        var rows = new RowsSideBySide(step, token);
        await rows._database.MigrateAsync(token);
        return rows;
    }

    /// <summary>Begins with a fresh delivery.</summary>
    public async Task StartAsync(int number)
    {
        var consignment = _world.Consignment(number);
        _delivery = consignment.Delivery;
        await _ledger.HandInAsync(consignment, _token);
        if (_step != DeliveryStep.Upload)
        {
            var upload = await _ledger.ClaimAsync(_delivery, DeliveryStep.Upload, _token);
            await _ledger.SaveAsync(upload!, StepEvent.Confirm, StepChange.Nothing, _token);
            _clock.Advance(TimeSpan.FromMinutes(1));
        }

        _row = new(_step);
        Array.Clear(_executors);
    }

    public async Task DoAnythingAsync()
    {
        var who = _random.Next(_executors.Length);
        switch (_random.Next(8))
        {
            case < 3:
                await ClaimAsync(who);
                break;
            case 3:
                await _ledger.RetryAsync(_delivery, _token);
                if (_row.State is StepState.Failed or StepState.Uncertain) _row = _row.Retried();
                break;
            default:
                if (_executors[who].Claim is not null) await SaveAsync(who, Events[_random.Next(Events.Length)]);
                break;
        }
    }

    public async Task<Row> InTheLedgerAsync()
    {
        await using var context = _database.Open();
        var row = await context.Steps.AsNoTracking().SingleAsync(step => step.DeliveryId == _delivery.Value && step.Step == _step, _token);
        return new(
            _step, row.State, row.MayBeOut, (int)row.Epoch, row.RemoteId is { } id ? int.Parse(id, System.Globalization.CultureInfo.InvariantCulture) : null,
            row.Confirmed, row.Error == StepError.EditedByPartner ? Word.EditedByPartner : Word.None);
    }

    public void Dispose() => _world.Dispose();

    private async Task ClaimAsync(int who)
    {
        if (await _ledger.ClaimAsync(_delivery, _step, _token) is not { } claim) return;
        _row = _row.Claimed();
        _executors[who] = (claim, _row.Epoch);
    }

    private async Task SaveAsync(int who, StepEvent happened)
    {
        var (claim, epoch) = _executors[who];
        var says = happened == StepEvent.GiveUp && _random.Next(2) == 0 ? Word.EditedByPartner : Word.None;
        int? remoteId = _random.Next(3) == 0 ? _random.Next(100) : null;
        var change = new StepChange { RemoteId = remoteId?.ToString(System.Globalization.CultureInfo.InvariantCulture), Error = says == Word.None ? null : StepError.EditedByPartner };
        try
        {
            _executors[who].Claim = await _ledger.SaveAsync(claim!, happened, change, _token);
            // Where the model throws, the ledger saved what it must not.
            _row = epoch == _row.Epoch ? _row.After(happened, remoteId, says) : throw new InvalidOperationException("Saved, though somebody else had taken over.");
            Saved++;
        }
        catch (SupersededException) when (epoch != _row.Epoch)
        {
            TakenOver++;
        }
        catch (InvalidOperationException) when (epoch == _row.Epoch && !DeliveryTransitions.Allows(_step, _row.State, happened, _row.MayBeOut))
        {
            Refused++;
        }
    }
}
