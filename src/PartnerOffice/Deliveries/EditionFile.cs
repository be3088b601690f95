using PartnerOffice.Documents.Edition;

namespace PartnerOffice.Deliveries;

/// <summary>The partner edition as a file.</summary>
/// <param name="Name">Without folder, fixed by district, board and meeting (engine 2.4).</param>
/// <param name="Bytes">The verified package.</param>
/// <param name="Sha256">Of the bytes, in lower-case hexadecimal.</param>
public sealed record EditionFile(string Name, ReadOnlyMemory<byte> Bytes, string Sha256)
{
    /// <summary>Nothing: a letter carries no file.</summary>
    public static EditionFile None { get; } = new("", ReadOnlyMemory<byte>.Empty, "");

    /// <summary>A note in the place of an edition that was taken back: fixed words, number and day.</summary>
    public static EditionFile Of(WithdrawalNote note, string name)
    {
        ArgumentNullException.ThrowIfNull(note);
        return new(name, note.Bytes, note.Sha256);
    }

    /// <summary>What the note is called that lies in the place of this file: only letters, digits, space, "_", "-" and ".".</summary>
    public static string NoteNameOf(string name) => $"{Path.GetFileNameWithoutExtension(name)} - zurueckgezogen.docx";

    /// <summary>The way in: only a verified document becomes a file.</summary>
    public static EditionFile Of(PartnerDocument document, string name)
    {
        ArgumentNullException.ThrowIfNull(document);
        return new(name, document.Bytes, document.Sha256);
    }
}
