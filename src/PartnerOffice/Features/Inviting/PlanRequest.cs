using PartnerOffice.Core;

namespace PartnerOffice.Features.Inviting;

/// <summary>A meeting that a person plans; without a consent the answer is the preview.</summary>
internal sealed record PlanRequest
{
    public MeetingKind? Kind { get; init; }
    public DateOnly? Date { get; init; }
    public string? Number { get; init; }
    public TimeOnly? Start { get; init; }

    /// <summary>Before the start: past midnight.</summary>
    public TimeOnly? End { get; init; }

    /// <summary>Where it goes over several days.</summary>
    public DateOnly? LastDay { get; init; }

    /// <summary>The zone of the place, by its IANA name; the office's where it is left out.</summary>
    public string? Zone { get; init; }

    public string? Place { get; init; }
    public MeetingForm? Form { get; init; }
    public string? Chair { get; init; }
    public string? MinuteTaker { get; init; }

    /// <summary>Why the notice is not kept.</summary>
    public string? Urgency { get; init; }

    /// <summary>The agenda in order; nothing for the standing one.</summary>
    public IReadOnlyList<ProposedItem> Agenda { get; init; } = [];

    /// <summary>Addresses of guests.</summary>
    public IReadOnlyList<string> Guests { get; init; } = [];

    /// <summary>The last minutes as a Word document: open actions, postponed items and the approval go on.</summary>
    public byte[]? From { get; init; }

    /// <summary>SHA-256 of the preview that the person consents to.</summary>
    public string? Consent { get; init; }
}
