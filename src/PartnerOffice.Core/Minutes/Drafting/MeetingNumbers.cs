using System.Globalization;

namespace PartnerOffice.Core;

/// <summary>Numbers and ids of meetings to come.</summary>
internal static class MeetingNumbers
{
    /// <summary>The number after the last one of the same year; null where nothing says it.</summary>
    public static int? Next(NumberFormat format, string? last, DateOnly date)
    {
        if (last is null || !format.TryRead(last, out var year, out var meeting, out var number) || (meeting ?? number) is not { } before)
            return null;

        return year is null || year == date.Year ? before + 1 : 1;
    }

    /// <summary>The id that belongs to this meeting and to no other (R8): made of what the head says, never of a document.</summary>
    public static MinutesId IdOf(District district, MeetingKind kind, string number, DateOnly date)
    {
        var isNumbered = kind is MeetingKind.BoardMeeting or MeetingKind.ExtraordinaryBoardMeeting
            && district.Rules.Numbers.Meeting.TryRead(number, out var year, out var meeting, out var running) && (meeting ?? running) is not null;
        district.Rules.Numbers.Meeting.TryRead(number, out year, out meeting, out running);
        var rest = isNumbered
            ? string.Create(CultureInfo.InvariantCulture, $"{year ?? date.Year:0000}-{meeting ?? running:00}")
            : string.Create(CultureInfo.InvariantCulture, $"{date:yyyy-MM-dd}{Suffix(kind)}");
        var own = district.Id.ToString();
        return MinutesId.Parse($"{own[..Math.Min(own.Length, 31 - rest.Length)]}-{rest}", null);
    }

    private static string Suffix(MeetingKind kind) => kind switch
    {
        MeetingKind.JointRetreat => "-klausur",
        MeetingKind.JointMeeting => "-gemeinsam",
        MeetingKind.DistrictConference => "-kpt",
        MeetingKind.MembersAssembly => "-mv",
        _ => "",
    };
}
