namespace PartnerOffice.Documents.Word;

/// <summary>A single value of the minutes: the control that holds it and how it stands on paper.</summary>
internal readonly record struct MinutesValue(string Tag, string Text);
