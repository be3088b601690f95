namespace PartnerOffice.Core;

/// <summary>How an action stands.</summary>
public enum ActionState
{
    Open,
    Done,
    Rescheduled,
    Dropped,
}
