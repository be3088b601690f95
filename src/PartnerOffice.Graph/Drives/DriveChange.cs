namespace PartnerOffice.Graph;

/// <summary>What became of one item since the last look; <see cref="Item"/> is null when it is gone.</summary>
public sealed record DriveChange(ItemId Id, DriveItem? Item)
{
    public bool IsDeleted => Item is null;
}
