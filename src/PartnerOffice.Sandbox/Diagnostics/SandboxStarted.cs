namespace PartnerOffice.Sandbox;

/// <summary>A sandbox began to answer.</summary>
internal sealed record SandboxStarted(object Sandbox);
