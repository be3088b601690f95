using PartnerOffice.Api;
using PartnerOffice.Core;
using PartnerOffice.Deliveries;
using PartnerOffice.PersonalLinks;
using PartnerOffice.Retreats;

namespace PartnerOffice.Features.Retreats;

/// <summary>The page on which the other coordinator confirms or declines a proposal without a sign-in (R24).</summary>
internal sealed class AssentLink(ServedOffice served, ServiceAddress address) : ILinkAction
{
    public const string Confirm = "confirm";
    public const string Decline = "decline";

    public string Action => RetreatLedger.LinkAction;

    public async Task<LinkPage?> HeadAsync(LinkPurpose purpose, CancellationToken cancellationToken)
    {
        if (await FindAsync(purpose, cancellationToken) is not { Offer: { } offer } retreat) return null;

        var proposer = served.Partnership.Find(offer.By)!.ShortName;
        return new(
            new($"Vorschlag von {proposer}: gemeinsame Klausur {retreat.Year}", $"Proposal of {proposer}: joint retreat {retreat.Year}"),
            [
                RetreatWords.Of(offer.Terms, served.Partnership, retreat.Year),
                new("Verbindlich wird der Vorschlag erst, wenn beide Seiten ihn bestätigt haben.", "The proposal binds only when both sides have confirmed it."),
            ],
            [new(Confirm, new("Bestätigen", "Confirm")), new(Decline, new("Passt nicht", "Does not fit"))]);
    }

    public Task<LinkPage?> ContentAsync(LinkPurpose purpose, CancellationToken cancellationToken) => Task.FromResult<LinkPage?>(null);

    public async Task<LinkDone> ActAsync(LinkPurpose purpose, string choice, IReadOnlyDictionary<string, string> fields, CancellationToken cancellationToken)
    {
        if (await FindAsync(purpose, cancellationToken) is not { } retreat || PersonOf(purpose) is not { } person)
            throw RetreatRefusals.Unknown(purpose.Subject.Split(' ')[0]);

        var desk = new RetreatDesk(served.Deliveries.Ledger, served.Partnership, served.Time, address.Value);
        var own = served.Partnership.Find(purpose.District)!;
        if (choice == Decline)
        {
            await desk.DeclineAsync(retreat.Id, own, person, cancellationToken);
            return new(new("Danke. Der Partner erfährt, dass der Vorschlag nicht passt.", "Thank you. The partner hears that the proposal does not fit."));
        }

        if (choice != Confirm)
            throw RetreatRefusals.Unknown(retreat.Id.ToString());

        await desk.ConfirmAsync(retreat.Id, own, person, cancellationToken);
        return new(new("Danke. Der Vorschlag ist jetzt von beiden Seiten bestätigt.", "Thank you. The proposal is confirmed by both sides now."));
    }

    // Of this very proposal: another one, or a settled one, answers like a link that there is not.
    private async Task<Retreat?> FindAsync(LinkPurpose purpose, CancellationToken cancellationToken) =>
        PersonOf(purpose) is null ? null : (await served.Deliveries.Ledger.Retreats.ListAsync(served.Partnership.Id, cancellationToken))
            .FirstOrDefault(retreat => retreat is { IsOver: false, Offer: not null } && retreat.Offer.By != purpose.District && RetreatDesk.SubjectOf(retreat) == purpose.Subject);

    // Whoever coordinates today; a message to the mailbox is read by whoever that is.
    private Person? PersonOf(LinkPurpose purpose)
    {
        if (served.Partnership.Find(purpose.District) is not { } own) return null;

        var holders = own.HoldersOn(OfficeRole.Coordinator, served.TodayIn(own));
        return purpose.Person == Receivers.Coordination ? (holders is [var first, ..] ? first : null) : holders.FirstOrDefault(person => person.Id.ToString() == purpose.Person);
    }
}
