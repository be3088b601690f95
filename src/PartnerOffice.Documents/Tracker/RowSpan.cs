namespace PartnerOffice.Documents.Tracker;

/// <summary>A row in the bytes of its sheet; <paramref name="Name"/> is where its number stands, if it says one.</summary>
internal readonly record struct RowSpan(int Number, int Start, int TagEnd, int End, (int Start, int Length) Name);
