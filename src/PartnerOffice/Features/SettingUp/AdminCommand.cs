namespace PartnerOffice.Features.SettingUp;

/// <summary>A block of commands, filled in, for one kind of administrator.</summary>
/// <param name="District">In whose Microsoft 365; null for the machine that PartnerOffice runs on.</param>
internal sealed record AdminCommand(AdminRole Role, string? District, string Text);
