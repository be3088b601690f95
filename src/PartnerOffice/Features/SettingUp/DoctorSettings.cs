using PartnerOffice.Graph;

namespace PartnerOffice.Features.SettingUp;

/// <summary>Where the doctor looks, and by which clock.</summary>
internal sealed record DoctorSettings
{
    public required string DataDirectory { get; init; }

    /// <summary>The folder with the district's own templates; null where the delivered ones are used.</summary>
    public string? Templates { get; init; }

    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>How much room the disk has; null to ask the system.</summary>
    public Func<long>? FreeBytes { get; init; }

    /// <summary>Whether real things are made and removed again.</summary>
    public bool TriesWriting { get; init; }

    public GraphConnectionOptions Graph { get; init; } = new();
}
