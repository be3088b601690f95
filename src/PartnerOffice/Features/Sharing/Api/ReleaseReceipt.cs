using PartnerOffice.Api;
using PartnerOffice.Core;
using PartnerOffice.Deliveries;
using PartnerOffice.Documents.Word;

namespace PartnerOffice.Features.Sharing;

/// <summary>What a release or an approval brought about.</summary>
/// <param name="State">How far the minutes are; "awaits-other-board" where one of two boards did it and nothing happens before the other does (R22).</param>
/// <param name="Missing">The district of the board that is waited for; null where nobody is.</param>
/// <param name="IsNew">False where it stood so already.</param>
/// <param name="Edition">SHA-256 of the edition that the releasing person was shown.</param>
/// <param name="Approved">Earlier minutes that are approved by it.</param>
/// <param name="Delivery">What leaves by it, and <paramref name="StartsAt"/> when; null where nothing does yet.</param>
/// <param name="Notes">What is to stand in the open document, by the tag of its control. The ledger counts, whether it stands there or not.</param>
internal sealed record ReleaseReceipt(
    string Minutes, int Version, string State, string Sentence, bool IsNew, string Edition, IReadOnlyList<string> Approved, string? Delivery, DateTimeOffset? StartsAt,
    IReadOnlyDictionary<string, string> Notes, string? Missing = null)
{
    private const string AwaitsOtherBoard = "awaits-other-board";

    /// <param name="shown">SHA-256 of the edition that was shown.</param>
    public static ReleaseReceipt Of(ReleaseOutcome.AwaitsOther waits, Minutes minutes, string shown, Bilingual sentence, Caller caller) => new(
        minutes.Id.ToString(), minutes.Version.Number, AwaitsOtherBoard, sentence.In(caller.Language), IsNew: true, shown, [], null, null, new Dictionary<string, string>(), waits.Missing.ToString());

    public static ReleaseReceipt Of(ReleaseOutcome.Recorded recorded, Minutes minutes, Caller caller)
    {
        var release = recorded.Release;
        return new(
            release.Minutes.ToString(), release.Version, KebabWord.Of(release.State), ReleaseWords.Of(release).In(caller.Language), recorded.IsNew, release.Edition,
            [.. recorded.Approved.Where(one => one.Minutes != release.Minutes).Select(one => one.Minutes.ToString())],
            recorded.Delivery?.Delivery.ToString(), recorded.Delivery?.StartsAt,
            release.State == ReleaseState.Reopened ? new Dictionary<string, string>() : MinutesChange.ValuesOf(minutes, OfficialMinutes.Of(minutes, release, release.District == caller.District.Id ? caller.District : caller.Partner, release.District == caller.District.Id ? caller.Partner : caller.District)));
    }
}
