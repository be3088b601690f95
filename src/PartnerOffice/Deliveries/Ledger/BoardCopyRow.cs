namespace PartnerOffice.Deliveries;

/// <summary>Who on a board was to get which minutes (R13): ids and numbers, never an address, never a word.</summary>
internal sealed class BoardCopyRow
{
    /// <summary>The key that the draft carries.</summary>
    public required string Key { get; init; }

    public required string Partnership { get; init; }

    public required string Minutes { get; init; }

    public required int Version { get; init; }

    /// <summary>Whose board it is.</summary>
    public required string District { get; init; }

    public required BoardCopyScope Scope { get; init; }

    /// <summary>The delivery whose edition was passed on; null for the board's own minutes.</summary>
    public string? Delivery { get; init; }

    /// <summary>The ids of the people, in the partnership file, with spaces between them.</summary>
    public required string Persons { get; init; }

    /// <summary>How many of them are reached at a private address.</summary>
    public required int PrivateAddresses { get; init; }

    /// <summary>The id of the draft in the district's mailbox.</summary>
    public required string Draft { get; set; }

    /// <summary>The kind of file that went along: pdf, docx, or nothing for a note.</summary>
    public required string File { get; init; }

    public required string By { get; init; }

    public required long At { get; init; }
}
