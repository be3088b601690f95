namespace PartnerOffice.Core;

/// <summary>Minutes that the ledger or the library knows already.</summary>
/// <param name="Resolutions">The numbers of their resolutions; empty where they are not known.</param>
public sealed record KnownMinutes(
    MinutesId Id,
    string District,
    string Number,
    DateOnly Date,
    MeetingKind Kind,
    IReadOnlyList<string> Resolutions)
{
    /// <summary>What others remember of these minutes.</summary>
    public static KnownMinutes Of(Minutes minutes)
    {
        ArgumentNullException.ThrowIfNull(minutes);
        return new(minutes.Id, minutes.District, minutes.Number, minutes.Date, minutes.Kind,
            [.. minutes.Items.SelectMany(item => item.Resolutions).Select(resolution => resolution.Number)]);
    }
}
