using System.Text.RegularExpressions;
using PartnerOffice.CommandLine;

namespace PartnerOffice.Features.SettingUp;

/// <summary>A partnership file to begin with: the sample with every explanation, the names of two real districts, and nothing set up yet.</summary>
internal static partial class NewPartnership
{
    private const string Heading = "// Die Partnerschaft zweier Kreisverbände. Alle Personen, Adressen und Kennungen in dieser Datei sind erfunden.";

    /// <param name="own">What stands after "Kreisverband" for the district that runs the service.</param>
    public static string Text(string own, string partner)
    {
        var text = PartnershipSource.SampleText();
        text = text.Replace(Heading, "// Die Partnerschaft zweier Kreisverbände.\n// Personen, Adressen und Kennungen sind Platzhalter: vor dem ersten echten Protokoll durch die richtigen ersetzen.", StringComparison.Ordinal);
        text = text.Replace("\"steinfurt-mse\"", $"\"{Cut($"{Id(own)}-{Id(partner)}")}\"", StringComparison.Ordinal)
            .Replace("\"steinfurt\"", $"\"{Id(own)}\"", StringComparison.Ordinal)
            .Replace("\"mse\"", $"\"{Id(partner)}\"", StringComparison.Ordinal)
            .Replace("\"Partnerschaft Steinfurt – Mecklenburgische Seenplatte\"", $"\"Partnerschaft {own} – {partner}\"", StringComparison.Ordinal)
            .Replace("Kreisverband Steinfurt\"", $"Kreisverband {own}\"", StringComparison.Ordinal)
            .Replace("Kreisverband Mecklenburgische Seenplatte\"", $"Kreisverband {partner}\"", StringComparison.Ordinal)
            .Replace("\"shortName\": \"Steinfurt\"", $"\"shortName\": \"{own}\"", StringComparison.Ordinal)
            .Replace("\"shortName\": \"Mecklenburgische Seenplatte\"", $"\"shortName\": \"{partner}\"", StringComparison.Ordinal);
        // Both boards agree themselves; until then the stricter line holds.
        text = Agreed().Replace(text, "\"agreedOn\": []");
        // Which right a board gives the service it decides itself.
        text = text.Replace("\"ownLibrary\": \"app\"", "\"ownLibrary\": \"person\"", StringComparison.Ordinal);
        // Whose turn it is both boards agree themselves, and each knows its own state and days.
        text = FirstHost().Replace(text, "\"firstHost\": null");
        text = State().Replace(text, "\"state\": null");
        text = OwnDays().Replace(text, list => $"\"{list.Groups["name"].Value}\": []");
        // Invented ids would end up in the administrators' commands. The blocks stay as an explanation of what belongs there.
        return NotSetUp().Replace(text, block => $"{Explained(block.Value)}\n      \"{block.Groups["name"].Value}\": null");
    }

    /// <summary>An id as people would shorten the name: lower case, umlauts written out, hyphens for the rest.</summary>
    public static string Id(string name)
    {
        var plain = name.ToLowerInvariant().Replace("ä", "ae", StringComparison.Ordinal).Replace("ö", "oe", StringComparison.Ordinal).Replace("ü", "ue", StringComparison.Ordinal).Replace("ß", "ss", StringComparison.Ordinal);
        return Cut(Other().Replace(plain, "-").Trim('-'));
    }

    private static string Explained(string block) =>
        "// So sieht es ausgefüllt aus:\n" + string.Join('\n', block.Split('\n').Select((line, index) => $"      // {(index == 0 ? line : line.Length > 6 ? line[6..] : line.Trim())}"));

    private static string Cut(string id) => (id.Length <= 32 ? id : id[..32]).Trim('-');

    [GeneratedRegex("[^a-z0-9]+")]
    private static partial Regex Other();

    [GeneratedRegex(@"""(?<name>tenant|library|boardLibrary)"": \{(?:[^{}]|\{[^{}]*\})*\}|""(?<name>mailbox)"": ""[^""]*""")]
    private static partial Regex NotSetUp();

    [GeneratedRegex(@"""firstHost"": ""[^""]*""")]
    private static partial Regex FirstHost();

    [GeneratedRegex(@"""state"": ""[A-Z]{2}""")]
    private static partial Regex State();

    [GeneratedRegex(@"""(?<name>schoolHolidays|assemblies)"": \[[^\]]*\]")]
    private static partial Regex OwnDays();

    [GeneratedRegex(@"""agreedOn"": \[[^\]]*\]")]
    private static partial Regex Agreed();
}
