using PartnerOffice.Core;

namespace PartnerOffice.PersonalLinks;

/// <summary>A button on the page of a personal link.</summary>
/// <param name="Value">A stable word that comes back.</param>
/// <param name="Label">What stands on it.</param>
internal sealed record LinkChoice(string Value, Bilingual Label);
