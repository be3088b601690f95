using System.CommandLine;
using PartnerOffice.CommandLine;
using PartnerOffice.Core;
using PartnerOffice.Meetings;
using Spectre.Console;

namespace PartnerOffice.Features.Inviting;

/// <summary>The consent of a person to exactly what was shown: these words to these people at this time (D25).</summary>
internal sealed class InvitationConsent
{
    public Option<string?> Yes { get; } = new("--yes") { Description = "Zustimmung zu genau dieser Einladung (ihr SHA-256 aus der Vorschau)", HelpName = "SHA256" };

    public Option<bool> YesToAll { get; } = new("--yes-to-all") { Description = "Zustimmung ohne Ansehen; nur gegen die Sandbox" };

    public IEnumerable<Option> All => [Yes, YesToAll];

    /// <exception cref="VerbException">Consent without looking, and not against the sandbox.</exception>
    public void RequireAllowed(VerbContext context)
    {
        if (context.Get(YesToAll) && !context.IsSandbox)
            throw OnlyInTheSandbox();
    }

    /// <summary>Whether the person consents; asks where nothing was given and somebody can be asked.</summary>
    /// <returns>Null where nothing was given and nobody can be asked: then the preview is the answer.</returns>
    /// <exception cref="MeetingException">The consent given is for something else.</exception>
    public bool? IsGiven(VerbContext context, MeetingProposal proposal, Bilingual question)
    {
        if (context.Get(YesToAll))
            return true;
        if (context.Get(Yes) is { } given)
            return given.Equals(proposal.Sha256, StringComparison.OrdinalIgnoreCase) ? true : throw MeetingRefusals.OtherConsent(proposal.Sha256);
        if (context.Json || Console.IsInputRedirected || Console.IsOutputRedirected)
            return null;

        return context.Answer.People.Confirm(Markup.Escape(question.In(context.Language)), defaultValue: false);
    }

    private static VerbException OnlyInTheSandbox() => new(
        "only-in-the-sandbox", "--yes-to-all",
        new Bilingual("Ohne Ansehen wird nur gegen die Sandbox zugestimmt.", "Consent without looking works against the sandbox only."),
        new Bilingual("Die Vorschau ansehen und mit --yes SHA256 zustimmen.", "Look at the preview and consent with --yes SHA256."));
}
