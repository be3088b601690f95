using System.Globalization;

namespace PartnerOffice.Core;

/// <summary>Days and times as they stand in sentences.</summary>
internal static class TimeText
{
    public static string Day(DateOnly day) => day.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture);

    public static string Time(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);
}
