namespace PartnerOffice.Core;

/// <summary>What the partner may read of one document of minutes: the allowed model, and what was kept back.</summary>
/// <remarks>
/// Only <see cref="Redactor"/> makes one, and only <see cref="FrozenEdition"/> brings one back as it was at the release: the constructor is
/// the border that the compiler guards.
/// </remarks>
public sealed class PartnerEdition
{
    internal PartnerEdition(
        Minutes content,
        EditionFrame frame,
        Absences absences,
        IReadOnlyList<Withheld> withheld,
        IReadOnlyList<NameReplacement> replacements,
        IReadOnlyList<WithheldText> withheldTexts,
        IReadOnlyList<string> hiddenNames)
    {
        Content = content;
        Frame = frame;
        Absences = absences;
        Withheld = withheld;
        Replacements = replacements;
        WithheldTexts = withheldTexts;
        HiddenNames = hiddenNames;
    }

    /// <summary>The words for what is not in the edition; the same in all texts (R18).</summary>
    public const string Placeholder = "– vertraulich, nicht in der Partnerfassung –";

    /// <summary>The words for a passage within a paragraph; a legend on the first page explains them.</summary>
    public const string InlinePlaceholder = "[…]";

    /// <summary>What stands for the file of an annex that does not lie beside the edition: a name alone would look like something that is missing (R17).</summary>
    public const string OnRequest = "auf Anfrage";

    /// <summary>The allowed minutes, in canonical form, with ids numbered anew and placeholders where something was withheld.</summary>
    public Minutes Content { get; }

    /// <summary>What the edition says about itself.</summary>
    public EditionFrame Frame { get; }

    /// <summary>Whether the board has not approved the minutes yet.</summary>
    public bool IsSubjectToApproval => Content.Approval.State is ApprovalState.Draft or ApprovalState.Released;

    /// <summary>Whether words were withheld within a line, which a legend explains.</summary>
    public bool HasInlinePlaceholder => MinutesJson.Says(Content, InlinePlaceholder, StringComparison.Ordinal);

    /// <summary>How many were absent: a number, never names.</summary>
    public Absences Absences { get; }

    /// <summary>What was withheld, where and why, without the words.</summary>
    public IReadOnlyList<Withheld> Withheld { get; }

    /// <summary>Each name that was replaced in the partner's text.</summary>
    public IReadOnlyList<NameReplacement> Replacements { get; }

    /// <summary>The withheld words themselves, for the verifier only: never stored, logged or sent.</summary>
    public IReadOnlyList<WithheldText> WithheldTexts { get; }

    /// <summary>Full names that the names policy took away, for the verifier only.</summary>
    public IReadOnlyList<string> HiddenNames { get; }
}
