namespace PartnerOffice.Features.SettingUp;

/// <summary>One step of a checklist: who does what where, how long it takes, how it is taken back, and how one sees that it is done.</summary>
/// <param name="Check">The doctor's line that turns green.</param>
internal sealed record ChecklistStep(string Title, AdminRole Who, string Where, string Command, int Minutes, string Undo, string Check);
