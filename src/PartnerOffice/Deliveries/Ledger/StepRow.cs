namespace PartnerOffice.Deliveries;

/// <summary>One step of a delivery in the ledger.</summary>
internal sealed class StepRow
{
    public required Guid DeliveryId { get; init; }

    public required DeliveryStep Step { get; init; }

    /// <summary>The step that must be done before; null for none.</summary>
    public DeliveryStep? After { get; init; }

    /// <summary>Whether a person said to go on in spite of what stood in the way.</summary>
    public bool Confirmed { get; set; }

    /// <summary>The key under which its effect is found again.</summary>
    public required string Key { get; init; }

    public required StepState State { get; set; }

    /// <summary>Who holds the step: raised by each take-over, and asked by every save (engine R3).</summary>
    public required long Epoch { get; set; }

    public int Attempts { get; set; }

    /// <summary>True once an attempt ended without a known outcome. It stays: such a request may still be carried out late.</summary>
    public bool MayBeOut { get; set; }

    /// <summary>When the step was first tried; from here its patience is counted.</summary>
    public long? FirstAt { get; set; }

    /// <summary>When the last intent was committed.</summary>
    public long? SentAt { get; set; }

    /// <summary>When a person was last told that it waits.</summary>
    public long? WarnedAt { get; set; }

    /// <summary>Not to be touched before.</summary>
    public required long NotBefore { get; set; }

    public long? FinishedAt { get; set; }

    public string? RemoteId { get; set; }

    public string? ETag { get; set; }

    public string? CTag { get; set; }

    public string? Url { get; set; }

    /// <summary>Microsoft's number of the last request that failed.</summary>
    public string? RequestId { get; set; }

    /// <summary>A stable word for what is the matter, never a sentence of Graph's.</summary>
    public string? Error { get; set; }
}
