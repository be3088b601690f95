using System.Diagnostics;

namespace PartnerOffice.Sandbox;

/// <summary>Tells whoever listens in this process what was asked and answered; costs nothing where nobody does.</summary>
internal static class SandboxDiagnostics
{
    public const string Name = "PartnerOffice.Sandbox";

    public static DiagnosticListener Listener { get; } = new(Name);

    public static void Started(SandboxServer sandbox)
    {
        if (Listener.IsEnabled()) Listener.Write(nameof(Started), new SandboxStarted(sandbox));
    }

    public static void Answered(Func<SandboxExchange> exchange)
    {
        if (Listener.IsEnabled()) Listener.Write(nameof(Answered), exchange());
    }
}
