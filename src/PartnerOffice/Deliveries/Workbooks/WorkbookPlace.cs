using PartnerOffice.Connections;

namespace PartnerOffice.Deliveries;

/// <summary>One of our workbooks: which, where it lies, how and as whom it is written.</summary>
internal sealed record WorkbookPlace(WorkbookName Name, TrackerRoute Route);
