using PartnerOffice.Core;

namespace PartnerOffice.Features.SettingUp;

/// <summary>What belongs together for people, and so has one tick.</summary>
/// <param name="Lines">In the order in which they were found.</param>
internal sealed record CheckupArea(Bilingual Title, IReadOnlyList<CheckLine> Lines)
{
    private static readonly (string[] Checks, Bilingual Title)[] Areas =
    [
        (["use", "coordinator", "release", "tenants", "placeholder", "mailbox-of-person"], new("Vereinbarung und Zuständige", "Agreement and who is responsible")),
        (["mailbox", "write-mail"], new("Gemeinsames Postfach", "Shared mailbox")),
        (["tracker", "workbook", "login-required"], new("Gemeinsamer Tracker", "Shared tracker")),
        (["site"], new("Site für den Austausch", "Site for the exchange")),
        (["library", "list", "folder", "column", "write-library", "write-fields", "permanent-delete"], new("Bibliothek für die Protokolle", "Library for the minutes")),
        (["data-directory", "secret", "disk", "templates", "clock"], new("Rechner des Dienstes", "The service's machine")),
    ];

    private static readonly Bilingual SignIn = new("Anmeldung und Rechte", "Signing in and permissions");

    /// <summary>The worst of its lines; what could not be looked at says nothing against it.</summary>
    public CheckState State => Lines.Max(line => line.State switch
    {
        CheckState.Ok => (0, CheckState.Ok),
        CheckState.Skipped => (1, CheckState.Skipped),
        CheckState.Warning => (2, CheckState.Warning),
        _ => (3, CheckState.Broken),
    }).Item2;

    public static IReadOnlyList<CheckupArea> Of(IEnumerable<CheckLine> lines) =>
        [.. lines.GroupBy(line => TitleOf(line.Check)).OrderBy(area => Array.FindIndex(Areas, known => known.Title == area.Key)).Select(area => new CheckupArea(area.Key, [.. area]))];

    // By the longest name that begins it: "mailbox-of-person" is no matter of the mailbox. What is left is about getting in.
    private static Bilingual TitleOf(string check) => Areas
        .SelectMany(area => area.Checks.Where(known => check == known || check.StartsWith(known + "-", StringComparison.Ordinal)).Select(known => (known.Length, area.Title)))
        .OrderByDescending(match => match.Length)
        .Select(match => match.Title)
        .FirstOrDefault(SignIn);
}
