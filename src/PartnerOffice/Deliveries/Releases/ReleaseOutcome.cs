using PartnerOffice.Core;

namespace PartnerOffice.Deliveries;

/// <summary>What became of a release or an approval.</summary>
public abstract record ReleaseOutcome
{
    private ReleaseOutcome()
    {
    }

    /// <summary>It stands in the ledger.</summary>
    /// <param name="IsNew">False where it stood there already, with this content.</param>
    /// <param name="Approved">Earlier minutes that are approved by it.</param>
    /// <param name="Delivery">What leaves by it; null where nothing does yet.</param>
    public sealed record Recorded(Release Release, bool IsNew, IReadOnlyList<Release> Approved, DeliveryStatus? Delivery) : ReleaseOutcome;

    /// <summary>One of two boards did it; nothing happens before the other does (R22).</summary>
    /// <param name="Missing">The board that is waited for.</param>
    /// <param name="SaidOtherwise">Whether that board released other content of this version, which does not count.</param>
    public sealed record AwaitsOther(DistrictId Missing, bool SaidOtherwise) : ReleaseOutcome;

    /// <summary>The id belongs to another meeting: the document is a copy (R8, V26).</summary>
    public sealed record IsCopy(Release Known) : ReleaseOutcome;

    /// <summary>This version left already, with other content; a correction is the next version (D4).</summary>
    public sealed record AlreadyDelivered(Release Known) : ReleaseOutcome;

    /// <summary>The version does not follow the last one, which is named.</summary>
    public sealed record WrongVersion(Release Last) : ReleaseOutcome;

    /// <summary>This version was taken back.</summary>
    public sealed record Withdrawn(Release Known) : ReleaseOutcome;

    /// <summary>Somebody else changed it at the same time; look again.</summary>
    public sealed record ChangedMeanwhile : ReleaseOutcome;
}
