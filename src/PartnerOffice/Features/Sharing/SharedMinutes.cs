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
    /// <param name="minutes">With the approval note that counts: the ledger's (D25).</param>
    /// <param name="today">In the sending district's zone.</param>
    /// <param name="wasProvisional">Whether the partner has this version already, from before its approval.</param>
    /// <exception cref="ShareException">Nobody receives it, or an outgoing text holds something of the withheld.</exception>
    /// <exception cref="RedactionException">The minutes belong to no district of this partnership.</exception>
    /// <exception cref="EditionRefusedException">The verifier found something that must not leave.</exception>
    public static SharedMinutes Prepare(
        Minutes minutes, MinutesReading reading, Partnership partnership, DateOnly today, IReadOnlyCollection<AcceptedCoincidence>? accepted = null, bool wasProvisional = false)
    {
        var edition = Redactor.Redact(minutes, partnership, new SourceTraces(reading.People, reading.Withheld));
        var document = EditionRenderer.Render(edition, accepted, reading.People);
        var consignment = Consignments.Of(document, CanonicalMinutes.DigestOf(minutes), partnership, today, wasProvisional);
        try
        {
            var cleared = ClearedConsignment.Clear(consignment, LeakSearch.For(edition, accepted, reading.People), CoverMails.FixedWords);
            var sender = partnership.Find(minutes.District)!;
            return new SharedMinutes(document, cleared, sender, partnership.PartnerOf(sender.Id)) { Register = RegisterRows.Of(minutes, sender) };
        }
        catch (LeakException leak)
        {
            throw ShareException.Leak(leak);
        }
    }

    /// <summary>
    /// The same edition from what the release froze, with the approval note that alone is added later. Everything of it was searched for the
    /// withheld words at the release, when they were known; that it holds nothing but the allowed is asked again (R7).
    /// </summary>
    /// <param name="approval">Null where the board has not approved it.</param>
    /// <exception cref="EditionRefusedException">The verifier found something that must not leave.</exception>
    public static ClearedConsignment Thaw(FrozenMinutes frozen, ApprovalNote? approval, Partnership partnership, DateOnly today, bool wasProvisional = false)
    {
        var edition = FrozenEdition.Thaw(frozen.Edition, approval);
        var consignment = Consignments.Of(EditionRenderer.Render(edition), frozen.ContentDigest, partnership, today, wasProvisional);
        return ClearedConsignment.Clear(consignment, LeakSearch.For(edition), CoverMails.FixedWords);
    }
}
