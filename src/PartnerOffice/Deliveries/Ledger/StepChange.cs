namespace PartnerOffice.Deliveries;

/// <summary>What is written beside the new state; null leaves what is there, except <see cref="Error"/> and <see cref="RequestId"/>.</summary>
internal sealed record StepChange
{
    public static StepChange Nothing { get; } = new();

    public string? RemoteId { get; init; }

    public string? ETag { get; init; }

    public string? CTag { get; init; }

    public string? Url { get; init; }

    /// <summary>What every calendar calls the event that was made; kept with the meeting, not with the step.</summary>
    public string? ICalUId { get; init; }

    public string? Error { get; init; }

    public string? RequestId { get; init; }

    /// <summary>Whether a person is told now that this waits; the row keeps when.</summary>
    public bool Warns { get; init; }

    /// <summary>Whether the whole delivery waits from now on until a person lets it go (R20).</summary>
    public bool Parks { get; init; }

    /// <summary>Not to be tried again before so long.</summary>
    public TimeSpan Wait { get; init; }
}
