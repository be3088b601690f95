using PartnerOffice.Core;

namespace PartnerOffice.Deliveries;

/// <summary>One time that minutes were put to the review of a second person.</summary>
/// <param name="Round">Counts how often these minutes were put there, from 1.</param>
/// <param name="By">The id of the person who put them there.</param>
/// <param name="Until">In UTC; from then on nobody can decide it any more.</param>
/// <param name="Item">The row of the board's own library; null where the document came another way.</param>
internal sealed record Review(
    PartnershipId Partnership, DistrictId District, MinutesId Minutes, int Round, int Version, string Number, DateOnly Date, MeetingKind Kind,
    ReviewState State, string By, DateTimeOffset Until, string? Item)
{
    /// <summary>What a personal link for it is about.</summary>
    public string Subject => SubjectOf(Minutes.ToString(), Round);

    /// <summary>Who decided; null while nobody has.</summary>
    public string? DecidedBy { get; init; }

    internal static string SubjectOf(string minutes, int round) => FormattableString.Invariant($"{minutes}/{round}");
}
