namespace PartnerOffice.Tests.Host.Deliveries.Model;

/// <summary>What a step's row tells people.</summary>
internal enum Word
{
    None,
    EditedByPartner,
    RemovedForGood,
    InRecycleBin,
}
