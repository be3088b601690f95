namespace PartnerOffice.Core;

/// <summary>What is asked when days for a joint retreat are looked for.</summary>
/// <param name="Host">In whose district.</param>
/// <param name="From">The first day that may be proposed.</param>
/// <param name="Until">The last day on which one may end.</param>
/// <param name="Today">In the host's zone: the notice counts from it.</param>
/// <param name="HolidayOn">What a public holiday of a district is called; null for an ordinary day. The lists lie outside of this library.</param>
/// <param name="Known">When people can come, as far as anybody knows.</param>
public sealed record RetreatQuestion(
    Partnership Partnership, DistrictId Host, DateOnly From, DateOnly Until, DateOnly Today, Func<District, DateOnly, string?> HolidayOn, KnownDays Known)
{
    /// <summary>How many days it takes: 1 or 2.</summary>
    public int Days { get; init; } = Partnership.Retreats.Days;

    /// <summary>Whether days of the week come into question too; usually only weekends do.</summary>
    public bool AnyWeekday { get; init; }

    /// <summary>Only these first days are looked at, as those of a poll; null for all.</summary>
    public IReadOnlyList<DateOnly>? OnlyDays { get; init; }

    /// <summary>Conferences and assemblies of a district beside those that the partnership file names.</summary>
    public IReadOnlyList<(DistrictId District, DistrictAssembly Assembly)> Planned { get; init; } = [];
}
