using PartnerOffice.Core;

namespace PartnerOffice.Tests.Support;

/// <summary>The sample as minutes of another kind of meeting; of two boards where two boards sit.</summary>
internal static class MinutesOfKind
{
    public static Minutes Of(MeetingKind kind)
    {
        var sample = Samples.Minutes with { Kind = kind, Number = "2026/01" };
        return kind switch
        {
            MeetingKind.JointRetreat or MeetingKind.JointMeeting => OfTwoBoards(sample with { Board = "Kreisvorstände" }),
            MeetingKind.DistrictConference => sample with { Board = "Kreisparteitag" },
            MeetingKind.MembersAssembly => sample with { Board = "Mitgliederversammlung" },
            _ => sample,
        };
    }

    // Each board has its own chair and quorum, and votes under its own number (R22).
    private static Minutes OfTwoBoards(Minutes sample)
    {
        var item = sample.Items[2];
        var own = item.Resolutions[1];
        var partners = own with { Id = EntryId.Parse("m1", null), Number = "MSE-B 2026-10-01", Mover = "Jana Beispielhaft", Minority = null, Repeats = null, Present = null, Vote = new Vote(true, 3, 0, 0, 0, VoteMode.Open), Outcome = Outcome.Unanimous };
        return sample with
        {
            Boards = [.. sample.Boards, new ParticipatingBoard("mse", "Jana Beispielhaft", new Quorum(5, 3, 3, true, "Jana Beispielhaft", new TimeOnly(19, 3)))],
            Attendance =
            [
                .. sample.Attendance,
                new Attendee(null, "Jana Beispielhaft", "Kreisvorsitzende", "mse", AttendanceStatus.Present, true, []),
                new Attendee(null, "Kai Muster", "Beisitzer", "mse", AttendanceStatus.Present, true, []),
                new Attendee(null, "Lea Probe", "Beisitzerin", "mse", AttendanceStatus.Online, true, []),
            ],
            Items = [.. sample.Items.Select(other => other == item ? item with { Resolutions = [.. item.Resolutions, partners] } : other)],
        };
    }
}
