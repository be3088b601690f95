namespace PartnerOffice.Documents.Edition;

/// <summary>A text that was about to leave contains what was withheld. The words themselves stand nowhere in it.</summary>
public sealed class LeakException : Exception
{
    internal LeakException(string what, string code, string place)
        : base($"{what}: {code} ({place})") => (What, Code, Place) = (what, code, place);

    /// <summary>Which outgoing text it is, in the caller's word: "file name", "mail".</summary>
    public string What { get; }

    /// <summary>The rule it breaks, as in <see cref="Leak.Code"/>.</summary>
    public string Code { get; }

    /// <summary>Where the words were withheld in the source.</summary>
    public string Place { get; }
}
