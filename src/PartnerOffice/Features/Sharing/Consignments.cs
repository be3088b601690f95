using PartnerOffice.Core;
using PartnerOffice.Deliveries;
using PartnerOffice.Documents.Edition;

namespace PartnerOffice.Features.Sharing;

/// <summary>A verified edition with everything else that the partner reads.</summary>
internal static class Consignments
{
    /// <param name="contentDigest">The digest of the minutes that the edition was made of (D4).</param>
    /// <param name="today">In the sending district's zone.</param>
    /// <param name="wasProvisional">Whether the partner has this version already, from before its approval.</param>
    /// <exception cref="ShareException">Nobody at the partner's is entered to receive it.</exception>
    public static Consignment Of(PartnerDocument document, string contentDigest, Partnership partnership, DateOnly today, bool wasProvisional = false)
    {
        ArgumentNullException.ThrowIfNull(document);
        var (edition, minutes) = (document.Edition, document.Edition.Content);
        var sender = partnership.Find(minutes.District)!;
        var partner = partnership.PartnerOf(sender.Id);
        var topic = edition.IsSubjectToApproval ? Consignment.Provisional : "";
        var delivery = DeliveryId.Of(partnership.Id, minutes.Id, minutes.Version.Number, sender.Id, partner.Id, DeliveryKind.Edition, topic);
        var mail = CoverMails.Of(edition, delivery, sender, partner, today, wasProvisional);
        if (mail.To.Count == 0)
            throw ShareException.NoReceiver(partner.Name);

        var name = EditionName.Of(minutes, sender);
        return new()
        {
            Topic = topic,
            Partnership = partnership.Id,
            Minutes = minutes.Id,
            Version = minutes.Version.Number,
            From = sender.Id,
            To = partner.Id,
            Meeting = minutes.Date,
            ContentDigest = contentDigest,
            Edition = EditionFile.Of(document, name),
            Tracker = TrackerRows.Of(edition, sender, partner, delivery, name),
            Mail = mail,
            // Of what the partner reads there, and of nothing that the board took note of for itself.
            TakesNoteOf = [.. minutes.Items.SelectMany(item => item.TakesNoteOf).Distinct()],
        };
    }
}
