using System.Text.Json.Nodes;
using PartnerOffice.Core;
using Spectre.Console;

namespace PartnerOffice.CommandLine;

/// <summary>Findings as people and programs read them. A person never sees a rule's number (R15).</summary>
internal static class FindingLines
{
    public static void Say(IAnsiConsole console, Finding finding, Language language)
    {
        var colour = finding.Severity == Severity.Error ? "red" : "yellow";
        console.MarkupLine($"[{colour}]{Markup.Escape(finding.Place)}[/]: {Markup.Escape(finding.Message.In(language))}");
        console.MarkupLine($"  → {Markup.Escape(finding.Remedy.In(language))}");
    }

    public static IReadOnlyList<object> Json(IEnumerable<Finding> findings, Language language) => [.. findings.Select(finding => Node(finding, language))];

    /// <summary>One finding; where a person's reason can let it pass, with what to give to <c>--accept</c>.</summary>
    public static JsonObject Node(Finding finding, Language language)
    {
        var node = Answer.Node(new { finding.Rule, finding.Severity, finding.Place, message = finding.Message.In(language), remedy = finding.Remedy.In(language), finding.Weight }).AsObject();
        if (finding.AlsoAt is { } alsoAt)
            node["alsoAt"] = alsoAt;
        if (JudgedFinding.AnswerTo(finding) is { } answer)
            node["accept"] = answer;
        return node;
    }
}
