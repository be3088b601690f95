namespace PartnerOffice.Documents.Edition;

/// <summary>The forms in which words can hide in bytes or in a string (redaction 3.5, 3). All are searched; a test takes each away once.</summary>
[Flags]
internal enum SearchForms
{
    None = 0,

    /// <summary>The characters as they stand.</summary>
    Plain = 1,

    /// <summary>Characters written as XML or HTML entities.</summary>
    Entities = 1 << 1,

    /// <summary>Bytes written as %C3 or, in mail, =C3.</summary>
    Percent = 1 << 2,

    /// <summary>Characters written as \u00fc.</summary>
    Backslash = 1 << 3,

    /// <summary>Two bytes for each character, of either order, at either offset.</summary>
    Utf16 = 1 << 4,

    /// <summary>One byte for each character, where the bytes are no UTF-8.</summary>
    Latin1 = 1 << 5,

    /// <summary>Base 64, of either alphabet, at any offset.</summary>
    Base64 = 1 << 6,

    /// <summary>Bytes written as two hexadecimal digits.</summary>
    Hexadecimal = 1 << 7,

    /// <summary>Letters from right to left, under a mark that turns them round on the screen.</summary>
    Reversed = 1 << 8,

    All = (1 << 9) - 1,
}
