using PartnerOffice.Core;

namespace PartnerOffice.Features.SettingUp;

/// <summary>One line of the doctor: what was looked at, how it stands, and what to do.</summary>
/// <param name="Check">Its stable name, for scripts and for the checklists.</param>
/// <param name="District">The short name; null for what concerns the machine or both.</param>
internal sealed record CheckLine(string Check, string? District, CheckState State, Bilingual Message, Bilingual? Remedy = null, AdminCommand? Command = null);
