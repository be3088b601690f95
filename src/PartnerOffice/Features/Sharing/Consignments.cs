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
    /// <param name="both">Of a joint meeting, what both boards may read: everything that both see says no more (R22). Null for a board's own.</param>
    /// <exception cref="ShareException">Nobody at the partner's is entered to receive it.</exception>
    public static Consignment Of(PartnerDocument document, string contentDigest, Partnership partnership, DateOnly today, bool wasProvisional = false, PartnerEdition? both = null)
    {
        ArgumentNullException.ThrowIfNull(document);
        var (edition, minutes) = (document.Edition, document.Edition.Content);
        if (minutes.IsJoint && both is null)
            throw new ArgumentException("The minutes of two boards need what both may read.", nameof(both));

        var partner = edition.Frame.Reader is { } reader ? partnership.Find(reader)! : partnership.PartnerOf(partnership.Find(minutes.District)!.Id);
        var sender = partnership.PartnerOf(partner.Id);
        var common = both ?? edition;
        var topic = edition.IsSubjectToApproval ? Consignment.Provisional : "";
        var delivery = DeliveryId.Of(partnership.Id, minutes.Id, minutes.Version.Number, sender.Id, partner.Id, DeliveryKind.Edition, topic);
        var mail = CoverMails.Of(common, edition.Frame.Use, delivery, sender, partner, today, wasProvisional);
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
            // The rows of one meeting are written once, with the edition for the partner of those who wrote the minutes.
            Tracker = sender.Id.ToString() == minutes.District ? TrackerRows.Of(common, sender, partner, delivery, name) : TrackerRows.OfDelivery(common, sender, partner, delivery, name),
            Mail = mail,
            // Of what the partner reads there, and of nothing that the board took note of for itself.
            TakesNoteOf = [.. common.Content.Items.SelectMany(item => item.TakesNoteOf).Distinct()],
        };
    }
}
