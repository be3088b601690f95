namespace PartnerOffice.Core;

/// <summary>What the source file holds beside the minutes: the people of its properties, and what is not in the allowed model.</summary>
public sealed record SourceTraces(IReadOnlyList<string> People, IReadOnlyList<Withheld> Unsupported)
{
    public static SourceTraces None { get; } = new([], []);
}
