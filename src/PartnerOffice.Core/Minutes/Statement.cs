namespace PartnerOffice.Core;

/// <summary>A personal statement for the record.</summary>
public sealed record Statement(string Name, string Text, Audience Audience);
