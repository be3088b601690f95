using PartnerOffice.Documents.Edition;

namespace PartnerOffice.Deliveries;

/// <summary>The partner edition as a file.</summary>
/// <param name="Name">Without folder, fixed by district, board and meeting (engine 2.4).</param>
/// <param name="Bytes">The verified package.</param>
/// <param name="Sha256">Of the bytes, in lower-case hexadecimal.</param>
public sealed record EditionFile(string Name, ReadOnlyMemory<byte> Bytes, string Sha256)
{
    /// <summary>The way in: only a verified document becomes a file.</summary>
    public static EditionFile Of(PartnerDocument document, string name)
    {
        ArgumentNullException.ThrowIfNull(document);
        return new(name, document.Bytes, document.Sha256);
    }
}
