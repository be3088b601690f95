using PartnerOffice.Core;

namespace PartnerOffice.Features.Sharing;

/// <summary>What is left for people to do once an edition is taken back (R16).</summary>
internal static class RecallAdvice
{
    public static Bilingual NeverLeft { get; } = new("Nichts davon war begonnen: angehalten, und draußen hat niemand davon gehört.", "Nothing of it had begun: it is stopped, and nobody outside heard of it.");

    public static Bilingual Next { get; } = new(
        "Was jetzt noch zu tun ist: die Bestätigung der Koordination eintragen und die Vorfallnotiz weitergeben.",
        "What is left to do: record the coordinator's confirmation, and pass the incident note on.");
}
