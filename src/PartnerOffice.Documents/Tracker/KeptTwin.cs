namespace PartnerOffice.Documents.Tracker;

/// <summary>A row whose key stands twice and that was not deleted.</summary>
/// <param name="Twin">The two rows.</param>
/// <param name="Because">Why, and what a person can do.</param>
public sealed record KeptTwin(TrackerTwin Twin, TrackerRefusedException Because);
