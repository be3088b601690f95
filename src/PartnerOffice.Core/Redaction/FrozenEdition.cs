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
    /// <param name="by">Of joint minutes the places, among the names that were frozen, of those who released them: who it would be was not known either (R22). Null for all.</param>
    /// <exception cref="JsonException">This is not what was frozen.</exception>
    public static byte[] ReleaseAt(ReadOnlySpan<byte> frozen, DateTimeOffset at, Partnership partnership, IReadOnlyList<int>? by = null)
    {
        ArgumentNullException.ThrowIfNull(partnership);
        var edition = Thaw(frozen, null);
        var day = DateOnly.FromDateTime(at.DateTime);
        var writer = partnership.Find(edition.Content.District) ?? throw new JsonException("What was frozen belongs to no district of this partnership.");
        // Of two boards the one sends that does not read.
        var sender = edition.Frame.Reader is { } reader && partnership.Find(reader) is { } own ? partnership.PartnerOf(own.Id) : writer;
        var names = edition.Content.Approval.ReleasedBy;
        var content = edition.Content with { Approval = edition.Content.Approval with { ReleasedAt = at, ReleasedBy = by is null ? names : Named(names, by) } };
        var frame = edition.Frame with { ReleasedOn = day, Use = partnership.Use.Between(sender, partnership.PartnerOf(sender.Id), day) };
        return Freeze(new(content, frame, edition.Absences, edition.Withheld, [], [], []));
    }

    private static string? Named(string? names, IReadOnlyList<int> by) =>
        names?.Split(Approval.And) is { } all ? string.Join(Approval.And, by.Select(place => all[place])) : null;

    private sealed record Frozen(string Content, EditionFrame Frame, Absences Absences, IReadOnlyList<Kept> Withheld);

    private sealed record Kept(string Place, WithheldKind Kind, string German, string English);
}
