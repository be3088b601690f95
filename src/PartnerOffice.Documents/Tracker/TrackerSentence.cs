namespace PartnerOffice.Documents.Tracker;

/// <summary>One sentence in the two languages the office speaks.</summary>
internal readonly record struct TrackerSentence(string German, string English);
