namespace PartnerOffice.Notifications;

/// <summary>Something that looks at Graph by a timer, and sooner when a notification wakes it. A notification may be lost, late or doubled.</summary>
internal interface IWatch
{
    /// <summary>How often it looks when nothing wakes it.</summary>
    TimeSpan Interval { get; }

    /// <summary>What to be told of.</summary>
    IReadOnlyList<WatchedResource> Resources { get; }

    /// <summary>Looks what changed, and does what follows from it. Looking once too often must do no harm.</summary>
    Task LookAsync(CancellationToken cancellationToken);
}
