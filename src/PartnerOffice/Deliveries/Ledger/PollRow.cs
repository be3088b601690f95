namespace PartnerOffice.Deliveries;

/// <summary>One date poll in the ledger.</summary>
internal sealed class PollRow
{
    public required string Partnership { get; init; }

    public required string Poll { get; init; }

    public required int Year { get; init; }

    public required string Host { get; init; }

    /// <summary>How many days the retreat takes.</summary>
    public required int Days { get; init; }

    /// <summary>The first days to choose from, as in 2027-04-10, apart by blanks.</summary>
    public required string Dates { get; init; }

    /// <summary>The last day for answers.</summary>
    public required string Closes { get; init; }

    public required long BegunAt { get; init; }

    /// <summary>When it was closed; null while it runs.</summary>
    public long? ClosedAt { get; set; }

    /// <summary>Raised by every change.</summary>
    public required long Revision { get; set; }
}
