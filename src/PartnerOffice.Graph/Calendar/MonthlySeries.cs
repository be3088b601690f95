namespace PartnerOffice.Graph;

/// <summary>Every month on the same weekday: the second Tuesday.</summary>
/// <param name="Day">The weekday.</param>
/// <param name="Week">1 to 4, or 5 for the last of the month.</param>
/// <param name="From">The day of the first meeting.</param>
/// <param name="Until">The last day on which one may be.</param>
public sealed record MonthlySeries(DayOfWeek Day, int Week, DateOnly From, DateOnly Until);
