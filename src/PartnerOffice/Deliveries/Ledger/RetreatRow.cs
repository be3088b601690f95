namespace PartnerOffice.Deliveries;

/// <summary>One joint retreat in the ledger (clause 5): what is agreed, what is proposed, and the evidence.</summary>
internal sealed class RetreatRow
{
    public required string Partnership { get; init; }

    public required string Retreat { get; init; }

    /// <summary>Whose yearly duty it is.</summary>
    public required int Year { get; init; }

    /// <summary>Who hosts it as both confirmed; null while nothing is agreed, and where the year is waived.</summary>
    public string? AgreedHost { get; set; }

    /// <summary>The first day as both confirmed, as in 2027-04-10.</summary>
    public string? AgreedDay { get; set; }

    public string? AgreedLastDay { get; set; }

    /// <summary>Whether both confirmed to go without one.</summary>
    public bool IsWaived { get; set; }

    /// <summary>Which district proposes something; null where nothing waits for the other.</summary>
    public string? OfferBy { get; set; }

    public string? OfferOn { get; set; }

    /// <summary>The proposed host; null where it is proposed to go without one.</summary>
    public string? OfferHost { get; set; }

    public string? OfferDay { get; set; }

    public string? OfferLastDay { get; set; }

    public bool IsCancelled { get; set; }

    /// <summary>The planned meeting; null while none is planned.</summary>
    public string? Meeting { get; set; }

    /// <summary>The ids of those who took part, by district, as JSON; null while nobody recorded it.</summary>
    public string? Attended { get; set; }

    public required long UpdatedAt { get; set; }

    /// <summary>Raised by every change.</summary>
    public required long Revision { get; set; }
}
