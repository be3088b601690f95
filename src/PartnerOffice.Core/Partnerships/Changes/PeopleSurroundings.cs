namespace PartnerOffice.Core;

/// <summary>What a change among the people touches besides the people: handed in by whoever knows it.</summary>
public sealed record PeopleSurroundings
{
    /// <summary>Meetings of the own district that are planned.</summary>
    public IReadOnlyList<FutureMeeting> Meetings { get; init; } = [];

    /// <summary>The own district's minutes that were released.</summary>
    public IReadOnlyList<ReleasedMinutes> Released { get; init; } = [];

    /// <summary>To which addresses the partner's messages to this district go on a day.</summary>
    public Func<District, DateOnly, IReadOnlyList<string>> MailOfPartner { get; init; } = (_, _) => [];

    /// <summary>To which addresses the service's own messages to this district go on a day.</summary>
    public Func<District, DateOnly, IReadOnlyList<string>> MailOfService { get; init; } = (_, _) => [];
}
