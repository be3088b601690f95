using System.CommandLine;
using PartnerOffice.CommandLine;
using PartnerOffice.Core;
using PartnerOffice.Documents.Edition;

namespace PartnerOffice.Features.Sharing;

/// <summary>What a person settled for this version: <c>--accept V17:PLACE=PLACE --reason TEXT</c>, in pairs.</summary>
internal sealed class Acceptance
{
    public Option<string[]> Accept { get; } = new("--accept") { Description = "Diese Worte dürfen dort stehen (V17:STELLE=STELLE), mit --reason", HelpName = "V17:STELLE=STELLE" };

    public Option<string[]> Reason { get; } = new("--reason") { Description = "Warum; bleibt im Vorstand", HelpName = "TEXT" };

    /// <exception cref="VerbException">An answer without a reason, or in another form.</exception>
    public IReadOnlyList<AcceptedCoincidence> In(VerbContext context)
    {
        var (answers, reasons) = (context.Get(Accept) ?? [], context.Get(Reason) ?? []);
        if (answers.Length != reasons.Length || reasons.Any(string.IsNullOrWhiteSpace))
            throw Wrong("--reason", "Zu jedem --accept gehört ein --reason.", "Each --accept needs a --reason.");

        return [.. answers.Select(answer => AcceptedCoincidence.TryParse(answer, null, out var accepted)
            ? accepted
            : throw Wrong(answer, "Erwartet wird V17:STELLE=STELLE, wie die Prüfung es nennt.", "Expected is V17:PLACE=PLACE, as the check names it."))];
    }

    /// <summary>Says both places of words that the partner's text also says; everything else stays a refusal.</summary>
    public static FileAnswer? Coincidences(EditionRefusedException refused, FileInfo file, VerbContext context) => refused.Verdict.Leaks.Count > 0
        ? null
        : new FileAnswer(
            ExitCode.No,
            Answer.Node(new { file = file.FullName, ok = false, findings = FindingLines.Json(refused.Coincidences, context.Language) }),
            _ =>
            {
                foreach (var finding in refused.Coincidences)
                    FindingLines.Say(context.Answer.Errors, finding, context.Language);
            });

    private static VerbException Wrong(string place, string german, string english) => new(
        "accept-invalid",
        place,
        new Bilingual(german, english),
        new Bilingual("Zum Beispiel: --accept \"V17:TOP 6=TOP 5\" --reason \"steht im Flugblatt\"", "For example: --accept \"V17:TOP 6=TOP 5\" --reason \"is in the leaflet\""));
}
