namespace PartnerOffice.Documents.Edition;

/// <summary>One entry of a package, unpacked. Its label is safe to show: the name of an allowed part, or a count.</summary>
internal sealed record RawPart(string Name, string Label, ReadOnlyMemory<byte> Content);
