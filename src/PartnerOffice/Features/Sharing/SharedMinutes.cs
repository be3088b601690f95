using PartnerOffice.Core;
using PartnerOffice.Deliveries;
using PartnerOffice.Documents.Edition;
using PartnerOffice.Documents.Tracker;
using PartnerOffice.Documents.Word;

namespace PartnerOffice.Features.Sharing;

/// <summary>Minutes on their way out: the verified edition, and everything else that the partner will read.</summary>
internal sealed record SharedMinutes(PartnerDocument Document, ClearedConsignment Cleared, District Sender, District Partner)
{
    public Consignment Consignment => Cleared.Consignment;

    /// <summary>What only the own board may know, for its register; never queued and never kept (R9, R19).</summary>
    public required IReadOnlyList<TrackerChange> Register { get; init; }

    /// <summary>Prepares minutes that were read; nothing leaves yet.</summary>
    /// <param name="today">In the sending district's zone.</param>
    /// <exception cref="ShareException">The minutes may not be shared.</exception>
    /// <exception cref="RedactionException">The minutes belong to no district of this partnership.</exception>
    /// <exception cref="EditionRefusedException">The verifier found something that must not leave.</exception>
    /// <exception cref="ShareException">An outgoing text holds something of the withheld.</exception>
    public static SharedMinutes Prepare(Minutes minutes, MinutesReading reading, Partnership partnership, DateOnly today, IReadOnlyCollection<AcceptedCoincidence>? accepted = null)
    {
        var edition = Redactor.Redact(minutes, partnership, new SourceTraces(reading.People, reading.Withheld));
        var sender = partnership.Find(minutes.District)!;
        var partner = partnership.PartnerOf(sender.Id);
        var enough = sender.Share == ShareFrom.Approved ? minutes.Approval.State == ApprovalState.Approved : minutes.Approval.State is ApprovalState.Approved or ApprovalState.Released;
        if (!enough)
            throw ShareException.NotApproved(minutes.Approval.State);

        var document = EditionRenderer.Render(edition, accepted, reading.People);
        var name = EditionName.Of(edition.Content, sender);
        var mail = CoverMails.Of(edition, sender, partner, today);
        if (mail.To.Count == 0)
            throw ShareException.NoReceiver(partner.Name);

        var delivery = DeliveryId.Of(partnership.Id, minutes.Id, minutes.Version.Number, sender.Id, partner.Id);
        var consignment = new Consignment
        {
            Partnership = partnership.Id,
            Minutes = minutes.Id,
            Version = minutes.Version.Number,
            From = sender.Id,
            To = partner.Id,
            Meeting = minutes.Date,
            ContentDigest = CanonicalMinutes.DigestOf(minutes),
            Edition = EditionFile.Of(document, name),
            Tracker = TrackerRows.Of(edition, sender, partner, delivery, name),
            Mail = mail,
        };
        try
        {
            var cleared = ClearedConsignment.Clear(consignment, LeakSearch.For(edition, accepted, reading.People), CoverMails.FixedWords);
            return new SharedMinutes(document, cleared, sender, partner) { Register = RegisterRows.Of(minutes, sender) };
        }
        catch (LeakException leak)
        {
            throw ShareException.Leak(leak);
        }
    }
}
