namespace PartnerOffice.Deliveries;

/// <summary>The message to the partner's coordinator, as plain text.</summary>
/// <param name="To">The receivers' addresses.</param>
/// <param name="Text">With <see cref="LinkPlace"/> where the address of the file belongs, and <see cref="TrackerPlace"/> where <paramref name="TrackerFollows"/> may stand.</param>
/// <param name="TrackerFollows">The sentence for the case that the tracker could not be written yet ("Tracker folgt"); null to say nothing.</param>
public sealed record CoverMail(IReadOnlyList<string> To, string Subject, string Text, string? TrackerFollows = null)
{
    /// <summary>Replaced by what became of the file that is taken back.</summary>
    public const string RemovalPlace = "{{removal}}";

    /// <summary>Replaced by the ways to take note.</summary>
    public const string NoticePlace = "{{notice}}";

    /// <summary>Where answers go beside the mailbox that sends it; nobody's private address (R11).</summary>
    public IReadOnlyList<string> ReplyTo { get; init; } = [];

    /// <summary>What its receiver is to take note of; null for nothing.</summary>
    public NoticeAsk? Notice { get; init; }

    /// <summary>What a recall says of the removal; null for any other message.</summary>
    public RemovalWords? Removal { get; init; }

    /// <summary>What goes with it; empty for most.</summary>
    public IReadOnlyList<MailFile> Files { get; init; } = [];

    /// <summary>Replaced by the address of the delivered file.</summary>
    public const string LinkPlace = "{{link}}";

    /// <summary>Replaced by the sentence about the tracker, or by nothing.</summary>
    public const string TrackerPlace = "{{tracker}}";

    internal string Filled(string? link, bool trackerIsDone, StepStatus? removal = null, string? notice = null) => Text
        .Replace(NoticePlace, notice ?? "", StringComparison.Ordinal)
        .Replace(LinkPlace, link ?? "", StringComparison.Ordinal)
        .Replace(RemovalPlace, Removal?.Of(removal) ?? "", StringComparison.Ordinal)
        .Replace(TrackerPlace, trackerIsDone ? "" : TrackerFollows ?? "", StringComparison.Ordinal);
}
