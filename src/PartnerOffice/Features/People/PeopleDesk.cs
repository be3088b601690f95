using System.Globalization;
using PartnerOffice.Connections;
using PartnerOffice.Core;
using PartnerOffice.Deliveries;

namespace PartnerOffice.Features.People;

/// <summary>Shows what follows from changes among a district's people, and enters what was confirmed: into the partnership file, and as ids into the audit log (R21).</summary>
internal sealed class PeopleDesk(DeliveryOffice office, LivePartnership live, TimeProvider time)
{
    private PartnershipStore Store { get; } = new(live.File ?? throw PeopleException.Sample());

    /// <summary>What would change and follow; nothing is written.</summary>
    /// <param name="meetings">Meetings of this district that are planned.</param>
    /// <exception cref="RefusalException">The change cannot be, or the file cannot be read.</exception>
    public async Task<PeoplePreview> PreviewAsync(DistrictId district, IReadOnlyList<PeopleChange> changes, IReadOnlyList<FutureMeeting> meetings, CancellationToken cancellationToken) =>
        await PreviewAsync(await Store.ReadAsync(cancellationToken), district, changes, meetings, cancellationToken);

    /// <summary>Enters exactly what the digest stands for.</summary>
    /// <param name="by">Who enters it, by id.</param>
    /// <exception cref="PeopleException">The digest is not that of the preview as it is now, or the file cannot be written.</exception>
    public async Task<PeoplePreview> ApplyAsync(DistrictId district, IReadOnlyList<PeopleChange> changes, string digest, string by, IReadOnlyList<FutureMeeting> meetings, CancellationToken cancellationToken)
    {
        using var held = await Store.LockAsync(cancellationToken);
        var stored = await Store.ReadAsync(cancellationToken);
        var preview = await PreviewAsync(stored, district, changes, meetings, cancellationToken);
        if (!string.Equals(preview.Digest, digest, StringComparison.OrdinalIgnoreCase))
            throw PeopleException.OtherPreview(preview.Digest);

        var text = PartnershipFileEdit.Apply(stored.Bytes, stored.Partnership, preview.After);

        // From here on a caller that gives up must not leave an entry without its change.
        await Store.ReplaceAsync(stored, text, () => office.Brakes.NoteAsync(by, [.. changes.Select(NoteOf)], CancellationToken.None), CancellationToken.None);
        return preview;
    }

    private async Task<PeoplePreview> PreviewAsync(StoredPartnership stored, DistrictId district, IReadOnlyList<PeopleChange> changes, IReadOnlyList<FutureMeeting> meetings, CancellationToken cancellationToken)
    {
        if (changes.Count == 0)
            throw PeopleException.NothingToChange();

        var before = stored.Partnership;
        var after = PeopleChanges.Apply(before, district, changes, time.Today(before.Find(district)!.TimeZone));
        var surroundings = new PeopleSurroundings
        {
            Meetings = meetings,
            Released = await ReleasedAsync(before.Id, district, cancellationToken),
            MailOfPartner = (of, day) => Names(of, Receivers.OfPartner(of, day)),
            MailOfService = (of, day) => Names(of, Receivers.OfOwn(of, day)),
        };
        return new(stored, after, changes, Consequences.Of(before, after, district, changes, surroundings));
    }

    private async Task<IReadOnlyList<ReleasedMinutes>> ReleasedAsync(PartnershipId partnership, DistrictId district, CancellationToken cancellationToken) =>
    [
        .. (await office.Releases.ListAsync(partnership, cancellationToken))
            .Where(release => release.District == district)
            .GroupBy(release => release.Minutes)
            .Select(versions => versions.Last())
            .Select(last => new ReleasedMinutes(last.Minutes, last.Date, last.State is ReleaseState.Released or ReleaseState.Reopened)),
    ];

    // Whose address it is says enough (R11); only the shared mailbox, which is nobody's own, stands as it is.
    private static IReadOnlyList<string> Names(District district, IReadOnlyList<string> addresses) =>
        [.. addresses.Select(address => district.People.FirstOrDefault(person => person.Addresses.Any(known => string.Equals(known.Mail.ToString(), address, StringComparison.OrdinalIgnoreCase)))?.Name ?? address)];

    private static (string What, string Subject, string Detail) NoteOf(PeopleChange change) =>
        (PeopleChangeJson.Of(change).Kind, change.Concerns?.ToString() ?? "public-persons", DetailOf(change));

    // Ids, roles and days; never a name, a function in somebody's own words, or an address.
    private static string DetailOf(PeopleChange change) => change switch
    {
        PeopleChange.TermBegun begun => Day(begun.Term.From),
        PeopleChange.TermEnded ended => Day(ended.LastDay),
        PeopleChange.RoleGiven given => $"{KebabWord.Of(given.Role)}{(given.IsDeputy ? " deputy" : "")} {Day(given.From)}",
        PeopleChange.RoleEnded ended => $"{KebabWord.Of(ended.Role)}{(ended.IsDeputy ? " deputy" : "")} {Day(ended.LastDay)}",
        PeopleChange.NameChanged renamed => Day(renamed.Since),
        PeopleChange.AccountChanged account => KebabWord.Of(account.Account),
        _ => "",
    };

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
