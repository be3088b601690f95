using PartnerOffice.Meetings;

namespace PartnerOffice.Features.Inviting;

/// <summary>What a request about a meeting brings: the preview to consent to, or the meeting as it is now.</summary>
/// <param name="Preview">Nothing was changed and nobody was told; null once it was done.</param>
/// <param name="Meeting">Null for a preview.</param>
/// <param name="Draft">The draft of its minutes as a Word document; null where nothing begins.</param>
internal sealed record MeetingReply(ProposalCard? Preview, PlannedMeetingCard? Meeting, byte[]? Draft = null);
