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

    /// <summary>In a joint meeting what goes to the board whose district wrote the minutes; null for a board's own (R22).</summary>
    public ClearedConsignment? Back { get; init; }

    /// <summary>What a release of a joint meeting freezes beside the partner's edition; null for a board's own.</summary>
    public FrozenPair? FrozenPair { get; init; }

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
        var traces = new SourceTraces(reading.People, reading.Withheld);
        var sender = partnership.Find(minutes.District);
        var edition = Redactor.Redact(minutes, partnership, traces);
        var both = minutes.IsJoint ? Redactor.RedactForBoth(minutes, partnership, traces) : null;
        var back = minutes.IsJoint ? Redactor.RedactFor(minutes, partnership, sender!, traces) : null;
        var digest = CanonicalMinutes.DigestOf(minutes);
        try
        {
            ClearedConsignment Clear(PartnerEdition made, PartnerDocument document) => Searched(
                Consignments.Of(document, digest, partnership, today, wasProvisional, both),
                ((PartnerEdition?[])[made, both]).OfType<PartnerEdition>().Select(one => LeakSearch.For(one, accepted, reading.People)));

            var document = EditionRenderer.Render(edition, accepted, reading.People);
            var cleared = Clear(edition, document);
            return new SharedMinutes(document, cleared, sender!, partnership.PartnerOf(sender!.Id))
            {
                Register = RegisterRows.Of(minutes, sender),
                Back = back is null ? null : Clear(back, EditionRenderer.Render(back, accepted, reading.People)),
                FrozenPair = back is null ? null : new(FrozenEdition.Freeze(back), FrozenEdition.Freeze(both!)),
            };
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
    public static ClearedConsignment Thaw(FrozenMinutes frozen, ApprovalNote? approval, Partnership partnership, DateOnly today, bool wasProvisional = false) =>
        Thaw(frozen, frozen.Edition, approval, partnership, today, wasProvisional);

    /// <summary>The same for the other of two boards; null for a board's own minutes (R22).</summary>
    /// <inheritdoc cref="Thaw(FrozenMinutes, ApprovalNote?, Partnership, DateOnly, bool)"/>
    public static ClearedConsignment? ThawBack(FrozenMinutes frozen, ApprovalNote? approval, Partnership partnership, DateOnly today, bool wasProvisional = false) =>
        frozen.Joint is { } joint ? Thaw(frozen, joint.Back, approval, partnership, today, wasProvisional) : null;

    private static ClearedConsignment Thaw(FrozenMinutes frozen, byte[] one, ApprovalNote? approval, Partnership partnership, DateOnly today, bool wasProvisional)
    {
        var edition = FrozenEdition.Thaw(one, approval);
        var both = frozen.Joint is { } joint ? FrozenEdition.Thaw(joint.Both, approval) : null;
        return Searched(Consignments.Of(EditionRenderer.Render(edition), frozen.ContentDigest, partnership, today, wasProvisional, both), [LeakSearch.For(edition)]);
    }

    // What both boards see is searched for what either may not.
    private static ClearedConsignment Searched(Consignment consignment, IEnumerable<LeakSearch> searches) =>
        searches.Select(search => ClearedConsignment.Clear(consignment, search, CoverMails.FixedWords)).ToList()[^1];
}
