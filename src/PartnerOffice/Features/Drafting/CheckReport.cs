using System.Text.Json.Nodes;
using PartnerOffice.CommandLine;
using PartnerOffice.Core;
using Spectre.Console;

namespace PartnerOffice.Features.Drafting;

/// <summary>What the check says of one file, to programs and to people.</summary>
/// <param name="Findings">By weight: what stops, what needs a reason, hints.</param>
internal sealed record CheckReport(string File, IReadOnlyList<JudgedFinding> Findings)
{
    private static readonly (FindingWeight Weight, Bilingual Heading)[] Groups =
    [
        (FindingWeight.Stops, new("Vor der Freigabe klären:", "To settle before the release:")),
        (FindingWeight.NeedsReason, new("Berichtigen oder begründen:", "To correct, or to give a reason for:")),
        (FindingWeight.Hint, new("Hinweise:", "Hints:")),
    ];

    /// <summary>Whether it is a blank form, of which only its completeness can be said.</summary>
    public bool IsTemplate { get; init; }

    private static readonly Bilingual HowToLetPass = new(
        "Was so bleiben soll: --accept REGEL:STELLE --reason TEXT; mit --json steht dabei, was einzusetzen ist.",
        "What is to stay: --accept RULE:PLACE --reason TEXT; --json says what to put in.");

    private const string CopiedDocument = "V26";

    private static readonly Bilingual HowToBeginAnew = new("Eine neue Sitzung daraus: minutes new --from DATEI --copy", "New minutes of it: minutes new --from FILE --copy");

    /// <summary>Whether no error is left that nobody let pass.</summary>
    public bool IsOk => !Findings.Any(judged => judged.IsOpen);

    public JsonNode Json(Language language) => Answer.Node(new
    {
        file = File,
        ok = IsOk,
        findings = Findings.Select(judged => Node(judged, language)),
    });

    public void Say(IAnsiConsole console, Language language)
    {
        foreach (var (weight, heading) in Groups)
            Say(console, heading, Findings.Where(judged => judged.Reason is null && judged.Finding.Weight == weight), language);
        Say(console, new("Mit Grund zugelassen:", "Passed with a reason:"), Findings.Where(judged => judged.Reason is not null), language);
        if (Findings.Any(judged => judged.IsOpen && JudgedFinding.MayPass(judged.Finding)))
            console.WriteLine(HowToLetPass.In(language));
        if (Findings.Any(judged => judged.IsOpen && judged.Finding.Rule == CopiedDocument))
            console.WriteLine(HowToBeginAnew.In(language));
        console.WriteLine(Sum().In(language));
    }

    private static JsonObject Node(JudgedFinding judged, Language language)
    {
        var node = FindingLines.Node(judged.Finding, language);
        if (judged.Reason is { } reason)
        {
            node.Remove("accept");
            node["accepted"] = reason;
        }

        return node;
    }

    private static void Say(IAnsiConsole console, Bilingual heading, IEnumerable<JudgedFinding> findings, Language language)
    {
        var all = findings.ToList();
        if (all.Count == 0)
            return;

        console.WriteLine(heading.In(language));
        foreach (var judged in all)
        {
            FindingLines.Say(console, judged.Finding, language);
            if (judged.Reason is { } reason)
                console.WriteLine(new Bilingual($"  Grund: {reason}", $"  Reason: {reason}").In(language));
        }

        console.WriteLine();
    }

    private Bilingual Sum() => IsTemplate
        ? Findings.Count == 0
            ? new("Die leere Vorlage ist vollständig.", "The blank template is complete.")
            : new("In der leeren Vorlage fehlt etwas; vor dem Gebrauch ergänzen.", "Something is missing in the blank template; add it before use.")
        : CheckSum.Of(Findings);
}
