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

    private sealed record Frozen(string Content, EditionFrame Frame, Absences Absences, IReadOnlyList<Kept> Withheld);

    private sealed record Kept(string Place, WithheldKind Kind, string German, string English);
}
