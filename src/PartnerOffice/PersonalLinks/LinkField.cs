using PartnerOffice.Core;

namespace PartnerOffice.PersonalLinks;

/// <summary>A question on the page of a personal link.</summary>
/// <param name="Name">Under which the answer comes back.</param>
/// <param name="Options">One of these is chosen; none: the answer is typed.</param>
internal sealed record LinkField(string Name, Bilingual Label, IReadOnlyList<LinkChoice> Options)
{
    /// <summary>The answer that stands there already; null for none.</summary>
    public string? Value { get; init; }
}
