namespace PartnerOffice.Core;

/// <summary>Words that must not leave, and the place they stand in the source.</summary>
public sealed record WithheldText(string Place, string Text)
{
    // The words would otherwise stand in every log line and every failed assertion.
    public override string ToString() => $"WithheldText at {Place}";
}
