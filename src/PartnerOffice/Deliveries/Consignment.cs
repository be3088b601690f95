using PartnerOffice.Core;

namespace PartnerOffice.Deliveries;

/// <summary>
/// What one delivery carries: the verified edition and every other text that goes to the partner. The only content ever at
/// rest in the service, sealed, and erased when it is no longer needed (R19). Never the source.
/// </summary>
public sealed record Consignment
{
    public required PartnershipId Partnership { get; init; }

    public required MinutesId Minutes { get; init; }

    /// <summary>The version of the minutes, from 1.</summary>
    public required int Version { get; init; }

    /// <summary>What is sent.</summary>
    public DeliveryKind Kind { get; init; }

    /// <summary>Tells two deliveries of one version apart: a letter from another, the edition before the approval from the one after. Empty for the usual one.</summary>
    public string Topic { get; init; } = "";

    /// <summary>Whose minutes they are.</summary>
    public required DistrictId From { get; init; }

    /// <summary>Who receives them.</summary>
    public required DistrictId To { get; init; }

    /// <summary>The day of the meeting.</summary>
    public required DateOnly Meeting { get; init; }

    /// <summary>
    /// The digest of the minutes' canonical JSON (D4), in hexadecimal. It tells the same minutes from changed ones; the ledger
    /// keeps only an HMAC of it.
    /// </summary>
    public required string ContentDigest { get; init; }

    /// <summary>The file; <see cref="EditionFile.None"/> for a letter.</summary>
    public required EditionFile Edition { get; init; }

    /// <summary>Whether an earlier file must be gone before this one lies there: what should not have been in it stays in no history (D7).</summary>
    public bool RemovesFirst { get; init; }

    /// <summary>The name under which the file that must go was laid; null where nothing must go.</summary>
    public string? RemovedName { get; init; }

    /// <summary>How the file stands, as the library's column says it.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public string Standing => Kind == DeliveryKind.Recall ? Withdrawn : "gültig";

    /// <summary>How the note stands that lies in the place of an edition that was taken back.</summary>
    public const string Withdrawn = "zurückgezogen";

    /// <summary>What is to be done in a calendar; null for anything else than a meeting.</summary>
    public EventOrder? Event { get; init; }

    /// <summary>The delivery that this one must not overtake: its same step comes to rest first. Null for most.</summary>
    public DeliveryId? After { get; init; }

    /// <summary>Rows of the shared tracker; empty where nothing is to be noted.</summary>
    public required IReadOnlyList<TrackerEntry> Tracker { get; init; }

    public required CoverMail Mail { get; init; }

    /// <summary>What becomes of its message where its receivers have had enough of them.</summary>
    public MailPace Pace { get; init; }

    /// <summary>Whether its message only reminds of something.</summary>
    public bool IsReminder { get; init; }

    /// <summary>From then on nothing of it leaves that has not left; null where it is never too late.</summary>
    public DateTimeOffset? TooLateFrom { get; init; }

    /// <summary>The partner's own minutes of which these say, where the partner may read it, that the board took note.</summary>
    public IReadOnlyList<MinutesId> TakesNoteOf { get; init; } = [];

    /// <summary>The delivery this consignment is for; the same for the same version in the same direction.</summary>
    public DeliveryId Delivery => DeliveryId.Of(Partnership, Minutes, Version, From, To, Kind, Topic);

    /// <summary>The topic of an edition that the board has not approved yet.</summary>
    public const string Provisional = "provisional";
}
