namespace PartnerOffice.Core;

/// <summary>Minutes for the own board without what only the board may know: what goes to private addresses unless a person decides otherwise (R13).</summary>
/// <remarks>Not a partner edition: it names people, and no renderer of editions takes it. Only <see cref="Redactor"/> makes one.</remarks>
public sealed class BoardCopy
{
    internal BoardCopy(Minutes content, IReadOnlyList<Withheld> leftOut, IReadOnlyList<WithheldText> leftOutTexts)
    {
        Content = content;
        LeftOut = leftOut;
        LeftOutTexts = leftOutTexts;
    }

    /// <summary>The words for a whole point or passage that is not in this copy.</summary>
    public const string Placeholder = "– vertraulich, nicht in dieser Fassung –";

    /// <summary>The allowed minutes, in canonical form.</summary>
    public Minutes Content { get; }

    /// <summary>What was left out, where and why, without the words.</summary>
    public IReadOnlyList<Withheld> LeftOut { get; }

    /// <summary>The words themselves, for whoever verifies the copy only: never stored, logged or sent.</summary>
    public IReadOnlyList<WithheldText> LeftOutTexts { get; }

    /// <summary>Whether anything was left out that only the board may know.</summary>
    public bool LeavesOutSomething => LeftOut.Any(entry => entry.Kind is WithheldKind.Item or WithheldKind.Passage or WithheldKind.Resolution or WithheldKind.Action or WithheldKind.Attachment);
}
