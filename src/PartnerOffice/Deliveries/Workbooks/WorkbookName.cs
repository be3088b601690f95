using PartnerOffice.Core;

namespace PartnerOffice.Deliveries;

/// <summary>Which of our workbooks: the tracker of a partnership, or the register of one of its boards.</summary>
internal readonly record struct WorkbookName
{
    private WorkbookName(PartnershipId partnership, string text) => (Partnership, Text) = (partnership, text);

    public PartnershipId Partnership { get; }

    public string Text { get; }

    public static WorkbookName Tracker(PartnershipId partnership) => new(partnership, $"{partnership}/tracker");

    public static WorkbookName Register(PartnershipId partnership, DistrictId district) => new(partnership, $"{partnership}/register/{district}");

    public override string ToString() => Text;
}
