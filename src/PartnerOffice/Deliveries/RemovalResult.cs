namespace PartnerOffice.Deliveries;

/// <summary>What is known of a removed file, as stable words of its step.</summary>
internal static class RemovalResult
{
    /// <summary>Deleted past the recycle bin, with all versions.</summary>
    public const string ForGood = "gone";

    /// <summary>Nothing of ours was there any more.</summary>
    public const string NothingThere = "nothing-there";

    /// <summary>Followed by the day until which the recycle bin holds it.</summary>
    public const string RecycleBin = "recycle-bin until";
}
