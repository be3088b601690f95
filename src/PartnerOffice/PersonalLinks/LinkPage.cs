using PartnerOffice.Core;

namespace PartnerOffice.PersonalLinks;

/// <summary>What stands on the page of a personal link.</summary>
/// <param name="Title">What it is about.</param>
/// <param name="Lines">Sentences below it.</param>
/// <param name="Choices">The buttons; the first is the usual one.</param>
internal sealed record LinkPage(Bilingual Title, IReadOnlyList<Bilingual> Lines, IReadOnlyList<LinkChoice> Choices)
{
    /// <summary>Fields above the buttons.</summary>
    public IReadOnlyList<LinkField> Fields { get; init; } = [];

    /// <summary>A whole document to read, as the preview writes it: shown in a frame without scripts. Null where there is none.</summary>
    public string? Document { get; init; }

    /// <summary>Whether the button of this page only opens what the person is to read.</summary>
    public bool OpensContent { get; init; }
}
