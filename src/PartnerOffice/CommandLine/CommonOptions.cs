using System.CommandLine;
using PartnerOffice.Core;

namespace PartnerOffice.CommandLine;

/// <summary>The options that every verb takes.</summary>
internal sealed class CommonOptions
{
    public Option<bool> Json { get; } = new("--json") { Description = "Ein JSON-Dokument auf der Standardausgabe, sonst nichts", Recursive = true };

    public Option<string> Data { get; } = new("--data")
    {
        Description = "Ordner des Dienstes: Ledger, Schlüssel, Sandbox",
        Recursive = true,
        DefaultValueFactory = _ => "./partneroffice-data",
        HelpName = "ORDNER",
    };

    public Option<string?> Partnership { get; } = new("--partnership")
    {
        Description = "Partnerschaftsdatei; ohne sie das eingebaute Beispiel gegen die Sandbox",
        Recursive = true,
        HelpName = "DATEI",
    };

    public Option<Language> Lang { get; } = new("--lang")
    {
        Description = "Sprache der Ausgabe: de oder en",
        Recursive = true,
        HelpName = "de|en",
        DefaultValueFactory = _ => Language.German,
        CustomParser = result => result.Tokens is [{ Value: "de" }] ? Language.German : result.Tokens is [{ Value: "en" }] ? Language.English : Fail(result),
    };

    private static Language Fail(System.CommandLine.Parsing.ArgumentResult result)
    {
        result.AddError("--lang: de oder en");
        return Language.German;
    }
}
