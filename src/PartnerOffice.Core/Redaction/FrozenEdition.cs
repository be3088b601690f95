using System.Text.Json;

namespace PartnerOffice.Core;

/// <summary>
/// A partner edition as the release froze it (R7): what the partner may read, and nothing else. It comes back with the approval note, which
/// alone is added after the release.
/// </summary>
/// <remarks>The withheld words and the names that were taken away do not freeze: they are never kept (R19), and were searched for at the release.</remarks>
public static class FrozenEdition
{
    /// <summary>The allowed model as bytes, for whoever seals it.</summary>
    public static byte[] Freeze(PartnerEdition edition)
    {
        ArgumentNullException.ThrowIfNull(edition);
        return JsonSerializer.SerializeToUtf8Bytes(new Frozen(
            MinutesJson.Write(edition.Content), edition.Frame, edition.Absences, [.. edition.Withheld.Select(one => new Kept(one.Place, one.Kind, one.Reason.German, one.Reason.English))]));
    }

    /// <summary>The edition again.</summary>
    /// <param name="approval">How the board approved the minutes; null where it has not, and the edition says so.</param>
    /// <exception cref="JsonException">This is not what was frozen.</exception>
    public static PartnerEdition Thaw(ReadOnlySpan<byte> frozen, ApprovalNote? approval)
    {
        var kept = JsonSerializer.Deserialize<Frozen>(frozen) ?? throw new JsonException("Nothing was frozen.");
        var content = MinutesJson.Parse(kept.Content);
        return new(
            approval is null ? content : content with { Approval = approval.ApplyTo(content.Approval) },
            kept.Frame, kept.Absences, [.. kept.Withheld.Select(one => new Withheld(one.Place, one.Kind, new Bilingual(one.German, one.English)))], [], [], []);
    }

    /// <summary>What a proposal froze, as it stands once its person released it: only the moment was not known before (R14).</summary>
    /// <param name="at">The moment of the release, in the sending district's zone.</param>
    /// <exception cref="JsonException">This is not what was frozen.</exception>
    public static byte[] ReleaseAt(ReadOnlySpan<byte> frozen, DateTimeOffset at, Partnership partnership)
    {
        ArgumentNullException.ThrowIfNull(partnership);
        var edition = Thaw(frozen, null);
        var day = DateOnly.FromDateTime(at.DateTime);
        var sender = partnership.Find(edition.Content.District) ?? throw new JsonException("What was frozen belongs to no district of this partnership.");
        var content = edition.Content with { Approval = edition.Content.Approval with { ReleasedAt = at } };
        var frame = edition.Frame with { ReleasedOn = day, Use = partnership.Use.Between(sender, partnership.PartnerOf(sender.Id), day) };
        return Freeze(new(content, frame, edition.Absences, edition.Withheld, [], [], []));
    }

    private sealed record Frozen(string Content, EditionFrame Frame, Absences Absences, IReadOnlyList<Kept> Withheld);

    private sealed record Kept(string Place, WithheldKind Kind, string German, string English);
}
