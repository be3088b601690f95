using System.Text.Json.Serialization;

namespace PartnerOffice.Core;

/// <summary>The structured content of one document of board minutes, as <c>partneroffice/minutes/1</c> has it.</summary>
/// <remarks>Times are local to the district, without a zone; dates are calendar days. Lists keep the order of the document.</remarks>
public sealed record Minutes
{
    /// <summary>The name of the format that this record speaks.</summary>
    public const string Format = "partneroffice/minutes/1";

    public required string Schema { get; init; }
    public required MinutesId Id { get; init; }
    public required string District { get; init; }
    public required string Board { get; init; }
    public required MeetingKind Kind { get; init; }
    public required string Number { get; init; }
    public required DateOnly Date { get; init; }

    /// <summary>The last day, where the meeting went past midnight or over several days.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateOnly? EndDate { get; init; }

    public TimeOnly? Start { get; init; }
    public TimeOnly? End { get; init; }
    public IReadOnlyList<Interruption> Interruptions { get; init; } = [];
    public string? Place { get; init; }
    public required MeetingForm Form { get; init; }
    public required RecordKind Record { get; init; }
    public Invitation? Invitation { get; init; }
    public string? Chair { get; init; }
    public string? MinuteTaker { get; init; }
    public IReadOnlyList<ParticipatingBoard> Boards { get; init; } = [];
    public IReadOnlyList<Attendee> Attendance { get; init; } = [];
    public Agenda? Agenda { get; init; }
    public IReadOnlyList<CirculationResolution> Circulation { get; init; } = [];
    public IReadOnlyList<FollowUp> FollowUps { get; init; } = [];
    public IReadOnlyList<AgendaItem> Items { get; init; } = [];
    public IReadOnlyList<Attachment> Attachments { get; init; } = [];
    public NextMeeting? Next { get; init; }
    public Issued? Issued { get; init; }
    public IReadOnlyList<Signature> Signatures { get; init; } = [];

    /// <summary>When the paper was signed, and where it lies; null while nobody has noted it. The board's own business: it never travels.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public SignedOriginal? Original { get; init; }

    public required Approval Approval { get; init; }
    public required MinutesVersion Version { get; init; }
    public IReadOnlyList<string> Distribution { get; init; } = [];

    /// <summary>Whether two boards sat together, or the kind of the meeting says that they should have (R22).</summary>
    [JsonIgnore]
    public bool IsJoint => Boards.Count > 1 || Kind is MeetingKind.JointRetreat or MeetingKind.JointMeeting;
}
