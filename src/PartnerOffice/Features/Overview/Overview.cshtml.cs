using PartnerOffice.Api;
using PartnerOffice.Core;
using PartnerOffice.Deliveries;
using PartnerOffice.Retreats;

namespace PartnerOffice.Features.Overview;

/// <summary>"Übersicht": both districts side by side, what is due, and what wants a person of the own one.</summary>
internal sealed class OverviewModel(KeptCheckups checkups) : FragmentPage
{
    /// <summary>How many shared editions and met duties of each side are shown; all of them lie in the library.</summary>
    private const int Shown = 6;

    private const int MetShown = 2;

    public DistrictSide Own { get; private set; } = null!;

    public DistrictSide Partner { get; private set; } = null!;

    public IReadOnlyList<Matter> NeedPerson { get; private set; } = [];

    public IReadOnlyList<Matter> OnTheWay { get; private set; } = [];

    /// <summary>The next joint retreat or whose turn it is, and how the yearly duty stands.</summary>
    public IReadOnlyList<Bilingual> Retreats { get; private set; } = [];

    /// <summary>Since when nothing begins; null while it runs.</summary>
    public DateTimeOffset? PausedSince { get; private set; }

    public IEnumerable<DistrictSide> Sides => [Own, Partner];

    /// <summary>For paper, which is read later.</summary>
    public string AsOf => Say($"Stand: {Dates.Day(Served.Time.GetUtcNow())}", $"As of {Dates.Day(Served.Time.GetUtcNow())}");

    /// <summary>The pause in which both are, or the next one.</summary>
    public AgreedPause? Pause => Served.Partnership.Obligations.Pauses.Where(pause => pause.Until >= Today).OrderBy(pause => pause.From).FirstOrDefault();

    public FederalEvent? NextEvent => Served.Partnership.FederalEvents.Where(one => one.Date >= Today).OrderBy(one => one.Date).FirstOrDefault();

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var picture = await Served.Deliveries.Overview.ReadAsync(Served.Partnership.Id, cancellationToken) with { Meetings = await Served.Deliveries.Meetings.ListAsync(Served.Partnership.Id, cancellationToken) };
        Own = DistrictSide.Of(picture, Served.Partnership, Caller.District, Caller.District, Today);
        Partner = DistrictSide.Of(picture, Served.Partnership, Caller.Partner, Caller.District, Today);
        var matters = new Matters(picture, Caller.District, Caller.Partner, Served.Time.GetUtcNow(), Dates, checkups.Of(Caller.District.Id)).All();
        var retreats = new RetreatLines(await RetreatPicture.ReadAsync(Served.Deliveries.Ledger, Served.Partnership, Today, cancellationToken), Served.Partnership, Caller.District, Today);
        Retreats = retreats.All();
        matters = [.. matters, .. retreats.Matters()];
        NeedPerson = [.. matters.Where(matter => matter.Weight != MatterWeight.OnTheWay)];
        OnTheWay = [.. matters.Where(matter => matter.Weight == MatterWeight.OnTheWay)];
        PausedSince = picture.PausedSince;
    }

    /// <summary>Whether the caller may do that today; everybody else only reads how it stands.</summary>
    public bool May(MatterAction action) =>
        action.Call == MatterAction.Confirm.Call || Caller.Roles.Overlaps([OfficeRole.Secretary, OfficeRole.Chair, OfficeRole.Coordinator]);

    public static IEnumerable<SharedEdition> Editions(DistrictSide side) => side.Editions.Take(Shown);

    /// <summary>What is still owed, and what was met last.</summary>
    public IEnumerable<Duty> Duties(DistrictSide side) =>
        [.. side.Duties.Where(duty => !IsMet(duty)), .. side.Duties.Where(IsMet).OrderByDescending(duty => duty.Obligation.MetOn).Take(MetShown)];

    public bool IsMet(Duty duty) => duty.Obligation.On(Today) is Standing.Met or Standing.MetLate;

    /// <summary>How a duty stands, in words; the look says the same to those who see colours.</summary>
    public (string Sentence, string Look) Speak(Duty duty)
    {
        var due = Dates.Day(duty.Obligation.Due);
        return duty.Obligation.On(Today) switch
        {
            Standing.Met => (Say($"Geteilt am {Dates.Day(duty.Obligation.MetOn!.Value)}, vereinbart bis {due}.", $"Shared on {Dates.Day(duty.Obligation.MetOn!.Value)}, agreed until {due}."), "good"),
            Standing.MetLate => (Say($"Geteilt am {Dates.Day(duty.Obligation.MetOn!.Value)}, vereinbart war bis {due}.", $"Shared on {Dates.Day(duty.Obligation.MetOn!.Value)}, agreed was until {due}."), "quiet"),
            Standing.Overdue => (Say($"Vereinbart bis {due}, offen seit {Dates.Day(duty.Obligation.Due.AddDays(1))}.", $"Agreed until {due}, open since {Dates.Day(duty.Obligation.Due.AddDays(1))}."), "warning"),
            _ when duty.Obligation.Due == Today => (Say("Vereinbart bis heute.", "Agreed until today."), "due"),
            _ => (Say($"Vereinbart bis {due}.", $"Agreed until {due}."), "due"),
        };
    }

    /// <summary>Which minutes; the partner's are named only when they are shared.</summary>
    public string Name(Duty duty, bool isOwn) => isOwn || IsMet(duty)
        ? Say($"Protokoll {duty.Number} vom {Dates.Day(duty.Meeting)}", $"Minutes {duty.Number} of {Dates.Day(duty.Meeting)}")
        : Say("Ein genehmigtes Protokoll", "Approved minutes");

    public string Name(SharedEdition edition) => edition.Meeting is { } day
        ? Say($"{edition.Number} vom {Dates.Day(day)}", $"{edition.Number} of {Dates.Day(day)}")
        : edition.Number;

    public string Kind(MeetingKind? kind) => kind switch
    {
        MeetingKind.BoardMeeting => Say("Vorstandssitzung", "Board meeting"),
        MeetingKind.ExtraordinaryBoardMeeting => Say("Außerordentliche Vorstandssitzung", "Extraordinary board meeting"),
        MeetingKind.JointRetreat => Say("Gemeinsame Klausur", "Joint retreat"),
        MeetingKind.JointMeeting => Say("Gemeinsame Sitzung", "Joint meeting"),
        MeetingKind.DistrictConference => Say("Kreisparteitag", "District conference"),
        MeetingKind.MembersAssembly => Say("Mitgliederversammlung", "Members' assembly"),
        _ => Say("Sitzung", "Meeting"),
    };

    /// <summary>How an edition stands, in words, and the look that says the same.</summary>
    public (string Word, string Look) Speak(SharedEdition edition) => edition switch
    {
        { IsTakenBack: true } => (Say("zurückgezogen", "taken back"), "danger"),
        { IsProvisional: true } => (Say("vorbehaltlich der Genehmigung", "subject to approval"), "due"),
        _ => (Say("genehmigt – vom Vorstand beschlossen", "approved – by the board"), "good"),
    };

    /// <summary>What is known of its arrival.</summary>
    public string Receipt(SharedEdition edition, bool isOwn) => (edition.IsTakenBack, isOwn, edition.IsTold) switch
    {
        (true, _, _) => Say($"Geteilt am {Dates.Day(edition.SharedAt)}. Statt der Datei liegt dort jetzt ein Hinweis.", $"Shared on {Dates.Day(edition.SharedAt)}. A note lies there now instead of the file."),
        (_, true, true) => Say($"Liegt seit {Dates.Day(edition.SharedAt)} beim Partner; die Koordination hat eine Nachricht.", $"With the partner since {Dates.Day(edition.SharedAt)}; the coordinator has a message."),
        (_, true, false) => Say($"Liegt seit {Dates.Day(edition.SharedAt)} beim Partner; die Nachricht ist noch nicht bestätigt.", $"With the partner since {Dates.Day(edition.SharedAt)}; the message is not confirmed yet."),
        _ => Say($"Liegt seit {Dates.Day(edition.SharedAt)} in der eigenen Bibliothek.", $"In the own library since {Dates.Day(edition.SharedAt)}."),
    };

    /// <summary>Who coordinates now, deputies last, and who follows.</summary>
    public IEnumerable<(RoleAssignment Role, Person Person)> Coordinators(District district) => district.Roles
        .Where(role => role.Role == OfficeRole.Coordinator && (role.Until is not { } until || until >= Today))
        .Select(role => (role, Person: district.Find(role.Person)))
        .Where(one => one.Person?.TermOn(one.role.From > Today ? one.role.From : Today) is not null)
        .Select(one => (one.role, one.Person!))
        .OrderBy(one => one.role.From > Today).ThenBy(one => one.role.IsDeputy).ThenBy(one => one.role.From);

    public string Since(RoleAssignment role) => (role.From > Today, role.Until) switch
    {
        (true, { } until) => Dates.Span(role.From, until),
        (true, null) => Say($"ab {Dates.Day(role.From)}", $"from {Dates.Day(role.From)}"),
        (false, { } until) => Say($"seit {Dates.Day(role.From)}, bis {Dates.Day(until)}", $"since {Dates.Day(role.From)}, until {Dates.Day(until)}"),
        _ => Say($"seit {Dates.Day(role.From)}", $"since {Dates.Day(role.From)}"),
    };

    /// <summary>What the other board may do with this side's minutes.</summary>
    public string Use(District sender) => Served.Partnership.Use.Between(sender, Served.Partnership.PartnerOf(sender.Id), Today);
}
