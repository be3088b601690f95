using System.CommandLine;
using PartnerOffice.CommandLine;
using PartnerOffice.Core;
using Spectre.Console;

namespace PartnerOffice.Features.Sharing;

/// <summary>The consent of a person to exactly these bytes (D25): asked, or given with their digest.</summary>
internal sealed class ConsentOptions
{
    public Option<string[]> Yes { get; } = new("--yes") { Description = "Zustimmung zu genau dieser Partnerfassung (ihr SHA-256)", AllowMultipleArgumentsPerToken = false };

    public Option<bool> YesToAll { get; } = new("--yes-to-all") { Description = "Zustimmung ohne Ansehen; nur gegen die Sandbox" };

    /// <exception cref="VerbException">Consent without looking, and not against the sandbox.</exception>
    public void RequireAllowed(VerbContext context)
    {
        if (context.Get(YesToAll) && !context.IsSandbox)
            throw OnlyInTheSandbox();
    }

    /// <summary>Whether the person consents; asks where nothing was given.</summary>
    /// <exception cref="ShareException">The consent given is for other bytes.</exception>
    /// <exception cref="VerbException">Nothing was given, and nobody can be asked.</exception>
    /// <param name="shown">The digest that the person can have seen; that of the edition itself where nothing else is said.</param>
    /// <param name="edition">What is shown of it; the edition for the partner where nothing else is said.</param>
    public bool IsGiven(VerbContext context, SharedMinutes shared, Bilingual question, string? shown = null, PartnerEdition? edition = null)
    {
        shown ??= shared.Document.Sha256;
        if (context.Get(YesToAll))
            return true;
        if (context.Get(Yes) is { Length: > 0 } consents)
        {
            return consents.Any(consent => consent.Equals(shown, StringComparison.OrdinalIgnoreCase))
                ? true
                : throw ShareException.OtherBytes(shown);
        }

        if (context.Json || Console.IsInputRedirected || Console.IsOutputRedirected)
            throw NeedsConsent(shown);

        WithheldTable.Say(context.Answer.People, edition ?? shared.Document.Edition, context.Language);
        return context.Answer.People.Confirm(Markup.Escape(question.In(context.Language)), defaultValue: false);
    }

    private static VerbException OnlyInTheSandbox() => new(
        "only-in-the-sandbox",
        "--yes-to-all",
        new Bilingual("Ohne Ansehen wird nur gegen die Sandbox zugestimmt.", "Consent without looking works against the sandbox only."),
        new Bilingual("Die Partnerfassung ansehen und mit --yes SHA256 zustimmen.", "Look at the edition and consent with --yes SHA256."));

    private static VerbException NeedsConsent(string sha256) => new(
        "needs-consent",
        "--yes",
        new Bilingual("Es fehlt die Zustimmung zu dieser Partnerfassung.", "The consent to this edition is missing."),
        new Bilingual($"Die Fassung ansehen (minutes edition), dann: --yes {sha256}", $"Look at the edition (minutes edition), then: --yes {sha256}"));
}
