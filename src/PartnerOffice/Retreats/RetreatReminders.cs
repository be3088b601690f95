using PartnerOffice.Core;
using PartnerOffice.Deliveries;

namespace PartnerOffice.Retreats;

/// <summary>Reminds of the yearly retreat while no day is fixed: the host's coordinator, after the year both; never more than a person may be reminded (R24).</summary>
internal sealed class RetreatReminders(Ledger ledger, Partnership partnership, TimeProvider time)
{
    /// <summary>Before the due day, so often.</summary>
    private const int EveryDaysBefore = 28;

    /// <summary>After it, so often.</summary>
    private const int EveryDaysAfter = 14;

    /// <summary>Whoever has only just been set up is not reminded at once.</summary>
    private static readonly TimeSpan Settles = TimeSpan.FromDays(14);

    /// <summary>Looks what is to be reminded of. Looking twice reminds once.</summary>
    public async Task LookAsync(CancellationToken cancellationToken)
    {
        if (await ledger.Retreats.BegunAsync(cancellationToken) is not { } begun || time.GetUtcNow() < begun + Settles)
            return;

        var retreats = await ledger.Retreats.ListAsync(partnership.Id, cancellationToken);
        foreach (var duty in RetreatDuty.All(retreats, partnership, begun.Year, partnership.Districts.Min(Today)))
        {
            var host = partnership.Find(duty.Owner)!;
            var today = Today(host);
            if (RoundOf(duty, today) is not { } round || IsQuiet(duty, retreats, today))
                continue;

            var turn = RetreatTurn.In(duty.Due.Year, retreats, partnership);
            foreach (var reader in today > duty.Due && turn.Host is not null ? [host, partnership.PartnerOf(host.Id)] : (District[])[host])
            {
                if (RetreatLetters.Duty(duty, host, reader, turn, partnership.Id, round, Today(reader)) is { } letter)
                    await ledger.EnqueueAsync(letter, cancellationToken);
            }
        }
    }

    /// <summary>Which reminder is due, counted from the first day on which its own side sees the duty as due; null while there is none.</summary>
    internal static int? RoundOf(Obligation duty, DateOnly today) => duty.On(today) switch
    {
        Standing.DueSoon => (today.DayNumber - duty.OwnerSeesFrom.DayNumber) / EveryDaysBefore,
        Standing.Overdue => ((duty.Due.DayNumber - duty.OwnerSeesFrom.DayNumber) / EveryDaysBefore) + 1 + ((today.DayNumber - duty.Due.DayNumber - 1) / EveryDaysAfter),
        _ => null,
    };

    // What is fixed, proposed or just over wants another word from people, not a reminder of this kind; nor does a pause.
    private bool IsQuiet(Obligation duty, IReadOnlyList<Retreat> retreats, DateOnly today) =>
        partnership.Obligations.Pauses.Any(pause => pause.Covers(today))
        || retreats.Any(retreat => retreat.Year == duty.Due.Year && retreat.On(today, partnership.Obligations.RetreatMinimumPerBoard) is RetreatState.Agreed or RetreatState.Unrecorded);

    private DateOnly Today(District district) => time.Today(district.TimeZone);
}
