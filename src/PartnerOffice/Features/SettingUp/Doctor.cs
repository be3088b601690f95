using PartnerOffice.CommandLine;
using PartnerOffice.Connections;
using PartnerOffice.Core;
using PartnerOffice.Deliveries;
using PartnerOffice.Graph;

namespace PartnerOffice.Features.SettingUp;

/// <summary>Looks at everything a delivery needs and names what is wrong, with the remedy for whoever can apply it. Changes nothing.</summary>
internal sealed class Doctor(Partnership partnership, GraphGround ground, DoctorSettings settings)
{
    /// <summary>What trying to write found out; empty without.</summary>
    public IReadOnlyList<PilotAnswer> Pilot { get; private set; } = [];

    /// <param name="sides">Whose Microsoft 365 is looked at; only their credentials are used.</param>
    /// <param name="told">Hears of each line when it is there; null where nobody waits for it.</param>
    public async Task<IReadOnlyList<CheckLine>> RunAsync(IReadOnlyList<District> sides, CancellationToken cancellationToken, Action<CheckLine>? told = null)
    {
        var checkup = new Checkup(told);
        HouseChecks.Look(checkup, settings);
        foreach (var district in sides)
        {
            var today = settings.Time.Today(district.TimeZone);
            if (district == sides[0]) AgreementChecks.Look(checkup, partnership, sides, today);
            await LookAtAsync(checkup, district, cancellationToken);
            await ReceiptChecks.LookAsync(checkup, district, partnership, settings, cancellationToken);
        }

        return checkup.Lines;
    }

    private async Task LookAtAsync(Checkup checkup, District district, CancellationToken cancellationToken)
    {
        using var connection = await new TenantChecks(ground, settings).LookAsync(checkup, district, cancellationToken);
        if (connection is null) return;

        await new LibraryChecks(partnership).LookAsync(checkup, district, connection, cancellationToken);
        await BoardLibraryChecks.LookAsync(checkup, district, connection, cancellationToken);
        await MailChecks.LookAsync(checkup, district, connection, cancellationToken);
        if (partnership.Tracker.District == district.Id)
            await new TrackerChecks(partnership, ground, settings).LookAsync(checkup, district, connection, cancellationToken);
        TenantChecks.LookAtClock(checkup, district, connection);
        if (settings.TriesWriting)
            Pilot = [.. Pilot, .. await new TryWrite(partnership, ground, settings).RunAsync(checkup, district, connection, cancellationToken)];
    }
}
