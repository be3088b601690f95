using PartnerOffice.Core;
using PartnerOffice.Documents.Edition;
using PartnerOffice.Tests.Support;
using PartnerOffice.Tests.Support.Canaries;
using Xunit;

namespace PartnerOffice.Tests.Documents.Edition.Verification;

/// <summary>The standard form has a word for every value; the verifier must know them all, or ordinary minutes could not leave.</summary>
public sealed class EditionVariantsTests
{
    private static readonly Dictionary<string, Func<Minutes, Minutes>> Changes = new()
    {
        ["no resolution"] = minutes => minutes with { Items = [.. minutes.Items.Select(item => item with { Resolutions = [], Actions = [] })] },
        ["nothing but the head"] = minutes => minutes with { Items = [], Attendance = [], Circulation = [], FollowUps = [], Attachments = [], Boards = [], Signatures = [], Distribution = [], Interruptions = [], Agenda = null, Next = null, Issued = null, Invitation = null, Place = null, Start = null, End = null, Chair = null, MinuteTaker = null },
        ["two breaks"] = minutes => minutes with { Interruptions = [new Interruption(new TimeOnly(19, 30), new TimeOnly(19, 40)), new Interruption(new TimeOnly(20, 15), new TimeOnly(20, 25))] },
        ["no quorum"] = minutes => minutes with { Boards = [.. minutes.Boards.Select(board => board with { Quorum = board.Quorum! with { Established = false, EstablishedAt = null, EstablishedBy = null } })] },
        ["quorum unknown"] = minutes => minutes with { Boards = [.. minutes.Boards.Select(board => board with { Quorum = new Quorum(null, null, null, null, null, null) })] },
        ["next meeting open"] = minutes => minutes with { Next = new NextMeeting(null, null, "Geschäftsstelle") },
        ["undecided item"] = minutes => minutes with { Items = [.. minutes.Items.Select(item => item.Id.ToString() == "3" ? item with { Audience = Audience.Undecided } : item)] },
        ["everything for the board"] = minutes => minutes with { Items = [.. minutes.Items.Select(item => item with { Audience = Audience.Board })] },
        ["resolution for the board in an item for the partner"] = minutes => minutes with { Items = [.. minutes.Items.Select(item => item with { Resolutions = [.. item.Resolutions.Select(resolution => resolution with { Audience = Audience.Board })] })] },
        ["votes not counted"] = minutes => minutes with { Items = [.. minutes.Items.Select(item => item with { Resolutions = [.. item.Resolutions.Select(resolution => resolution with { Vote = Vote.Uncounted(VoteMode.Secret) })] })], Agenda = new Agenda(null, Vote.Uncounted(VoteMode.Open)) },
        ["second version"] = minutes => minutes with { Version = new MinutesVersion(2, "Zahl berichtigt.") },
    };

    public static TheoryData<string> Names =>
    [
        .. Changes.Keys,
        .. Words<MeetingKind>("kind"), .. Words<MeetingForm>("form"), .. Words<RecordKind>("record"), .. Words<ApprovalState>("approval"),
        .. Words<ItemStatus>("status"), .. Words<Outcome>("outcome"), .. Words<VoteMode>("vote"), .. Words<ActionState>("action"), .. Words<ActionState>("follow-up"),
        .. Words<AttendanceStatus>("attendance"), .. Words<ElectionMode>("election"), .. Words<ResolutionKind>("resolution"),
    ];

    [Theory]
    [MemberData(nameof(Names))]
    public void Ordinary_minutes_leave_whatever_value_they_have(string name)
    {
        var edition = EditionSample.Of(Changed(name));

        var verdict = EditionVerifier.Verify(EditionSample.Render(edition), edition);

        Assert.Equal([], verdict.Leaks);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Every_frame_of_an_edition_may_leave(bool countPassages)
    {
        var sample = EditionSample.Edition;
        var frame = sample.Frame with { CountPassages = countPassages };
        var edition = new PartnerEdition(sample.Content, frame, sample.Absences, sample.Withheld, sample.Replacements, sample.WithheldTexts, sample.HiddenNames);

        Assert.Equal([], EditionVerifier.Verify(EditionSample.Render(edition), edition).Leaks);
    }

    private static IEnumerable<string> Words<T>(string field)
        where T : struct, Enum => KebabWord.All<T>().Select(word => $"{field} {word}");

    internal static Minutes Changed(string name)
    {
        var minutes = Samples.Minutes;
        if (Changes.TryGetValue(name, out var change))
            return change(minutes);

        var (field, word) = (name.Split(' ')[0], name.Split(' ')[1]);
        return field switch
        {
            "kind" => minutes with { Kind = Value<MeetingKind>(word) },
            "form" => minutes with { Form = Value<MeetingForm>(word) },
            "record" => minutes with { Record = Value<RecordKind>(word) },
            "approval" => minutes with { Approval = minutes.Approval with { State = Value<ApprovalState>(word) } },
            "status" => Items(minutes, item => item with { Status = Value<ItemStatus>(word) }),
            "outcome" => Resolutions(minutes, resolution => resolution with { Outcome = Value<Outcome>(word) }),
            "vote" => Resolutions(minutes, resolution => resolution with { Vote = resolution.Vote! with { Mode = Value<VoteMode>(word) } }),
            "action" => Items(minutes, item => item with { Actions = [.. item.Actions.Select(action => action with { State = Value<ActionState>(word) })] }),
            "follow-up" => minutes with { FollowUps = [.. minutes.FollowUps.Select(followUp => followUp with { State = Value<ActionState>(word) })] },
            "attendance" => minutes with { Attendance = [.. minutes.Attendance.Select((attendee, index) => index < 3 ? attendee with { Status = Value<AttendanceStatus>(word) } : attendee)] },
            "election" => Items(minutes, item => item with { Elections = [.. item.Elections.Select(election => election with { Mode = Value<ElectionMode>(word), Audience = Audience.Partner, Accepted = word == "open" ? null : false })] }),
            "resolution" => Resolutions(minutes, resolution => resolution with { Kind = Value<ResolutionKind>(word) }),
            _ => throw new ArgumentOutOfRangeException(nameof(name)),
        };
    }

    private static Minutes Items(Minutes minutes, Func<AgendaItem, AgendaItem> change) => minutes with { Items = [.. minutes.Items.Select(change)] };

    private static Minutes Resolutions(Minutes minutes, Func<Resolution, Resolution> change) =>
        Items(minutes, item => item with { Resolutions = [.. item.Resolutions.Select(change)] });

    private static T Value<T>(string word)
        where T : struct, Enum => KebabWord.TryParse<T>(word, out var value) ? value : throw new ArgumentOutOfRangeException(nameof(word));
}
