namespace PartnerOffice.Deliveries;

/// <summary>One delivery in the ledger. Times are UTC milliseconds, since SQLite cannot order moments with an offset.</summary>
internal sealed class DeliveryRow
{
    public required Guid Id { get; init; }

    public required DeliveryKind Kind { get; init; }

    /// <summary>As <see cref="Consignment.Topic"/>.</summary>
    public required string Topic { get; init; }

    public required string Partnership { get; init; }

    public required string Minutes { get; init; }

    public required int Version { get; init; }

    public required string From { get; init; }

    public required string To { get; init; }

    /// <summary>HMAC of the content digest: tells same from changed, and nothing to who reads the ledger.</summary>
    public required string Digest { get; init; }

    /// <summary>SHA-256 of the edition's bytes, which the partner has anyway; empty where there is no file.</summary>
    public required string Edition { get; init; }

    /// <summary>The name under which the file was laid, which the partner has anyway; null where there is none.</summary>
    public string? FileName { get; init; }

    /// <summary>HMAC of what the delivered file says when it is read: tells a file that somebody edited from one that SharePoint only rewrote.</summary>
    public required string Content { get; init; }

    public required DeliveryState State { get; set; }

    public required long CreatedAt { get; init; }

    public required long UpdatedAt { get; set; }

    /// <summary>The earlier delivery whose file this one takes over, takes away or takes back.</summary>
    public Guid? Replaces { get; init; }

    /// <summary>Before this nothing of it begins: the hold, in which a person may still stop it (R7).</summary>
    public required long StartsAt { get; set; }

    /// <summary>When a person held it; null while it may go on.</summary>
    public long? StoppedAt { get; set; }

    /// <summary>When it was taken back; nothing more of it is done.</summary>
    public long? WithdrawnAt { get; set; }

    /// <summary>When the partner confirmed that a withdrawn edition is deleted and no copies were kept.</summary>
    public long? ConfirmedAt { get; set; }

    /// <summary>When its effects are counted next; null when not at all (engine R8).</summary>
    public long? VerifyAt { get; set; }

    /// <summary>What the last count found: a stable word; null before the first.</summary>
    public string? Verdict { get; set; }

    /// <summary>The rows of the tracker that it wrote, by table and key, as JSON: for whoever must clear them.</summary>
    public string? Tracked { get; init; }

    /// <summary>The minutes of the receiving district of which the delivered ones take note, by id and parted by blanks; null for none.</summary>
    public string? TakesNoteOf { get; init; }

    /// <summary>Since when it waits for the partner to be set up, until a person lets it go; null where it does not (R20).</summary>
    public long? ParkedAt { get; set; }

    /// <summary>Whether the receiving board took note; none before it could.</summary>
    public List<ReceiptRow> Receipts { get; init; } = [];

    /// <summary>Sealed: who was told, so that the same people hear of a recall.</summary>
    public byte[]? Told { get; init; }

    /// <summary>The sealed consignment; null once it is spent.</summary>
    public byte[]? Payload { get; set; }

    public List<StepRow> Steps { get; init; } = [];

    /// <summary>Whether nothing of it was ever tried.</summary>
    public bool IsUntouched => Steps.TrueForAll(step => step is { State: StepState.Planned, Attempts: 0, FirstAt: null });

    /// <summary>How the audit log names it.</summary>
    public string Subject => FormattableString.Invariant($"{Minutes} v{Version} {Id:D}");

    public StepRow? Find(DeliveryStep step) => Steps.Find(known => known.Step == step);
}
