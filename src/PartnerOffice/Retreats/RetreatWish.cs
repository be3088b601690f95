using PartnerOffice.Core;

namespace PartnerOffice.Retreats;

/// <summary>What a person wants of a search for days; whatever is left out follows from the year and the settings.</summary>
/// <param name="Year">Whose retreat; null for the first open one.</param>
/// <param name="Host">Null for whose turn it is.</param>
/// <param name="Days">Null for what both agreed on.</param>
internal sealed record RetreatWish(int? Year = null, DistrictId? Host = null, DateOnly? From = null, DateOnly? Until = null, int? Days = null, bool AnyWeekday = false);
