namespace PartnerOffice.Features.SettingUp;

/// <summary>A label in both languages; German is the default, English the override.</summary>
internal sealed record LabelText(string De, string En);
