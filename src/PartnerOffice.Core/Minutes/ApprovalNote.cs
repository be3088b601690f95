namespace PartnerOffice.Core;

/// <summary>How the board approved minutes: on which day, and where a meeting did it, in which, under which item and with which vote (R7).</summary>
/// <param name="In">The later meeting's minutes; null where it was done by circulation or by the chair.</param>
public sealed record ApprovalNote(DateOnly On, MinutesId? In, ApprovedBy? By)
{
    /// <summary>The words by which a resolution approves with changes: the minutes are open again (R7).</summary>
    private static readonly string[] ChangeWords = ["mit änderung", "mit folgenden änderung", "mit der änderung", "mit den änderung", "mit ergänzung", "mit folgenden ergänzung", "mit der ergänzung", "mit den ergänzung", "mit berichtigung", "mit der berichtigung", "mit folgender", "geänderter fassung", "geänderten fassung"];

    /// <summary>The note as one line of JSON.</summary>
    public string ToText() => MinutesJson.WriteCompact(this);

    /// <exception cref="System.Text.Json.JsonException">This is no such line.</exception>
    public static ApprovalNote Parse(string text) => MinutesJson.Parse<ApprovalNote>(text);

    /// <summary>The document's approval note once approved.</summary>
    public Approval ApplyTo(Approval released)
    {
        ArgumentNullException.ThrowIfNull(released);
        return released with { State = ApprovalState.Approved, ApprovedOn = On, ApprovedIn = In, ApprovedBy = By };
    }

    /// <summary>What minutes say of earlier ones: each approved document with the note, and whether it was approved with changes.</summary>
    /// <remarks>Only an adopted resolution approves; one document may be named by several, then the last counts.</remarks>
    public static IReadOnlyList<(MinutesId Approved, ApprovalNote Note, bool WithChanges)> HeldBy(Minutes minutes)
    {
        ArgumentNullException.ThrowIfNull(minutes);
        return [.. minutes.Items
            .SelectMany(item => item.Resolutions.Select(resolution => (Item: item, Resolution: resolution)))
            .Where(one => one.Resolution.Outcome is Outcome.Adopted or Outcome.Unanimous)
            .SelectMany(one => one.Resolution.Approves.Where(id => id != minutes.Id).Select(id => (
                Approved: id,
                Note: new ApprovalNote(minutes.Date, minutes.Id, new ApprovedBy(one.Item.Number, one.Resolution.Vote)),
                WithChanges: SaysChanges(one.Resolution.Wording))))
            .GroupBy(one => one.Approved)
            .Select(same => same.Last())];
    }

    private static bool SaysChanges(string wording) => ChangeWords.Any(words => wording.Contains(words, StringComparison.OrdinalIgnoreCase));
}
