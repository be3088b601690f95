namespace PartnerOffice.Core;

/// <summary>What a person says of the meeting to be drafted; what is null follows from the last minutes, the district and the day.</summary>
/// <param name="Today">The day in the district's zone.</param>
/// <param name="Last">The minutes of the meeting before.</param>
public sealed record DraftRequest(MeetingKind Kind, DateOnly Today, Minutes? Last)
{
    /// <summary>The own minutes that still wait for their approval, beside the last ones (R33).</summary>
    public IReadOnlyList<MinutesInQuestion> AlsoToApprove { get; init; } = [];

    /// <summary>What the board's own register still has open (R9): it comes back until it is closed there, whoever forgot it in the last minutes.</summary>
    public IReadOnlyList<FollowUp> Registered { get; init; } = [];

    /// <summary>The resolutions by circulation that the board's own register knows, whether minutes have reported them or not.</summary>
    public IReadOnlyList<CirculationResolution> Circulated { get; init; } = [];

    /// <summary>The agenda that a person entered; nothing for the standing one.</summary>
    public IReadOnlyList<StandardItem> Agenda { get; init; } = [];

    public DateOnly? Date { get; init; }
    public string? Number { get; init; }
    public TimeOnly? Start { get; init; }
    public string? Place { get; init; }
    public MeetingForm? Form { get; init; }
    public string? Chair { get; init; }
    public string? MinuteTaker { get; init; }

    /// <summary>The partner's minutes that arrived and of which no minutes of this board say yet that it took note, oldest first.</summary>
    public IReadOnlyList<MinutesId> Received { get; init; } = [];
}
