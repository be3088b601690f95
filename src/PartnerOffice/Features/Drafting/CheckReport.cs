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

    private Bilingual Sum()
    {
        if (IsTemplate)
        {
            return Findings.Count == 0
                ? new("Die leere Vorlage ist vollständig.", "The blank template is complete.")
                : new("In der leeren Vorlage fehlt etwas; vor dem Gebrauch ergänzen.", "Something is missing in the blank template; add it before use.");
        }

        var open = Findings.Where(judged => judged.IsOpen).ToList();
        var stops = open.Count(judged => judged.Finding.Weight == FindingWeight.Stops);
        var hints = Findings.Count(judged => judged.Finding.Severity == Severity.Warning);
        return (stops, open.Count, hints) switch
        {
            (0, 0, 0) => new("Es ist nichts offen; das Protokoll kann freigegeben werden.", "Nothing is open; the minutes can be released."),
            (0, 0, _) => new("Das Protokoll kann freigegeben werden; die Hinweise vorher ansehen.", "The minutes can be released; look at the hints before."),
            (0, 1, _) => new("Noch eine Stelle ist zu berichtigen oder zu begründen.", "One place is to be corrected, or needs a reason."),
            (0, var some, _) => new($"Noch {some} Stellen sind zu berichtigen oder zu begründen.", $"{some} places are to be corrected, or need a reason."),
            (1, _, _) => new("Eine Stelle hält die Freigabe auf.", "One place holds back the release."),
            _ => new($"{stops} Stellen halten die Freigabe auf.", $"{stops} places hold back the release."),
        };
    }
}
