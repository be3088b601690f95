using PartnerOffice.Connections;

namespace PartnerOffice.Deliveries;

/// <summary>What a step needs to know beside its own row.</summary>
/// <param name="To">The receiving district; null until it is set up.</param>
/// <param name="From">The sending district; null until it is set up.</param>
/// <param name="Contents">What is carried; null once it is spent, when only a message in doubt can still be looked for.</param>
/// <param name="Known">The delivery as it stood when the step was taken up.</param>
/// <param name="UploadKey">The key by which the file is found again.</param>
internal sealed record Parcel(DistrictRoute? To, DistrictRoute? From, Consignment? Contents, DeliveryStatus Known, string UploadKey)
{
    /// <summary>The earlier delivery whose file is taken over, away or back; null where the ledger knows none.</summary>
    public ReplacedFile? Replaced { get; init; }

    /// <summary>The keys that the files of earlier versions carry, the latest first: derived, so that a service that lost its ledger finds them (D4).</summary>
    public IReadOnlyList<string> EarlierKeys { get; init; } = [];

    /// <summary>The delivery that must not be overtaken, as it stands; null where there is none, or the ledger does not know it.</summary>
    public DeliveryStatus? Before { get; init; }

    /// <summary>The delivery that made the event in question, as it stands; null likewise.</summary>
    public DeliveryStatus? Maker { get; init; }

    /// <summary>The key that the event was made with: derived, so that a service that lost its ledger finds it. Empty where this one makes it.</summary>
    public string MakerKey { get; init; } = "";

    /// <summary>Whether the same step of the delivery before is still open.</summary>
    public bool MustWait(DeliveryStep step) => Before is { State: not (DeliveryState.Stopped or DeliveryState.Withdrawn) } && Before.Find(step) is { } earlier && !DeliveryTransitions.IsSettled(earlier.State);

    public Consignment Consignment => Contents ?? throw new InvalidOperationException("The payload is spent.");
}
