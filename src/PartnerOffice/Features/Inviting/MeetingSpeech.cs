using System.Globalization;
using System.Text.Json.Nodes;
using PartnerOffice.CommandLine;
using PartnerOffice.Core;
using PartnerOffice.Deliveries;
using PartnerOffice.Meetings;
using Spectre.Console;

namespace PartnerOffice.Features.Inviting;

/// <summary>How the meeting verbs answer: previews, meetings, and who is invited how.</summary>
internal sealed class MeetingSpeech(VerbContext context)
{
    private static readonly Dictionary<InvitationChannel, Bilingual> Ways = new()
    {
        [InvitationChannel.Calendar] = new("im Kalender", "by calendar"),
        [InvitationChannel.Mail] = new("mit Mail", "by mail"),
        [InvitationChannel.Letter] = new("mit der Post", "by letter"),
        [InvitationChannel.Phone] = new("am Telefon", "by telephone"),
    };

    /// <summary>What would leave, with what to consent to.</summary>
    public int Preview(MeetingProposal proposal)
    {
        if (context.Json)
        {
            var json = Answer.Node(ProposalCard.Of(proposal, context.Language));
            json["needsConsent"] = true;
            Write(json);
            return proposal.Stopping.Count > 0 ? ExitCode.No : ExitCode.Usage;
        }

        Show(proposal);
        context.Answer.Say(proposal.Stopping.Count > 0
            ? new Bilingual("Vorher ist noch etwas zu klären; nichts wurde verschickt.", "Something is to be settled before; nothing was sent.")
            : new Bilingual($"Nichts wurde verschickt. Zustimmen mit: --yes {proposal.Sha256}", $"Nothing was sent. Consent with: --yes {proposal.Sha256}"));
        return proposal.Stopping.Count > 0 ? ExitCode.No : ExitCode.Usage;
    }

    /// <summary>The words that leave, and to whom.</summary>
    public void Show(MeetingProposal proposal)
    {
        var people = context.Answer.People;
        people.WriteLine(proposal.Board.Subject);
        people.WriteLine();
        people.WriteLine(proposal.Board.Body.TrimEnd());
        people.WriteLine();
        if (proposal.Outsiders is { } outsiders)
        {
            context.Answer.Say(new Bilingual("Gäste lesen:", "Guests read:"));
            people.WriteLine(outsiders.Body.TrimEnd());
            people.WriteLine();
        }

        foreach (var person in proposal.List.People)
            people.WriteLine($"  {person.Name}: {WayOf(person.Channel)}");
        SayDays(proposal);
        foreach (var finding in proposal.Findings)
            people.MarkupLine($"[{(finding.Severity == Severity.Error ? "red" : "yellow")}]{Markup.Escape(finding.Place)}[/]: {Markup.Escape(finding.Message.In(context.Language))} {Markup.Escape(finding.Remedy.In(context.Language))}");
    }

    private void SayDays(MeetingProposal proposal)
    {
        if (proposal.Days.Count == 0)
            return;

        var days = string.Join(", ", proposal.Days.Select(day => $"{day.Plan.Number} ({day.Plan.Time.Day.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture)})"));
        context.Answer.Say(proposal.TakesDays
            ? new Bilingual($"Auch abgesagt werden die einzeln geplanten Sitzungen: {days}.", $"The singly planned meetings are cancelled too: {days}.")
            : new Bilingual(
                $"Es bleiben die einzeln geplanten Sitzungen: {days}. Dazu wird neu eingeladen. Auch absagen: --with-days",
                $"The singly planned meetings stay: {days}. Everybody is invited to them anew. To cancel them too: --with-days"));
    }

    /// <summary>A meeting as it stands, and what goes out for it.</summary>
    public int Done(KnownMeeting meeting, IReadOnlyList<DeliveryStatus> deliveries, string? file)
    {
        var card = PlannedMeetingCard.Of(meeting, context.Partnership.Partnership);
        if (context.Json)
        {
            var json = Answer.Node(card);
            json["deliveries"] = new JsonArray([.. deliveries.Select(status => DeliveryAnswer.Json(status, context))]);
            if (file is not null)
                json["file"] = file;
            Write(json);
        }
        else
        {
            Say(meeting, card);
            foreach (var status in deliveries.Where(status => status.State is not (DeliveryState.Delivered or DeliveryState.Withdrawn)))
                DeliveryAnswer.Say(context.Answer.People, status, context);
            if (file is not null)
                context.Answer.People.WriteLine(file);
        }

        return deliveries.All(status => status.State is DeliveryState.Delivered or DeliveryState.Withdrawn) ? ExitCode.Done : ExitCode.Later;
    }

    public void List(IReadOnlyList<KnownMeeting> meetings)
    {
        if (context.Json)
        {
            Answer.Write(new JsonArray([.. meetings.Select(meeting => Marked(Answer.Node(PlannedMeetingCard.Of(meeting, context.Partnership.Partnership))))]));
            return;
        }

        if (meetings.Count == 0)
            context.Answer.Say(new Bilingual("Noch ist keine Sitzung geplant.", "No meeting is planned yet."));
        foreach (var meeting in meetings)
            context.Answer.People.WriteLine($"{context.Mark}{Head(meeting)}{(meeting.State == MeetingState.Planned ? $"  {AnswersOf(meeting)}" : "")}");
    }

    private void Say(KnownMeeting meeting, PlannedMeetingCard card)
    {
        var people = context.Answer.People;
        people.WriteLine($"{context.Mark}{Head(meeting)}");
        if (meeting.Plan.Place is { } place)
            people.WriteLine($"{context.Mark}  {place}");
        foreach (var person in card.Invited)
        {
            var at = person.At is { } moment ? TimeZoneInfo.ConvertTime(moment, OwnOf(meeting).TimeZone).ToString("dd.MM.yyyy, HH:mm", CultureInfo.InvariantCulture) : "–";
            people.WriteLine($"{context.Mark}  {person.Name}: {WayOf(person.Channel)}, {at}");
        }

        if (meeting.State == MeetingState.Planned)
            SayAnswers(meeting, card.Answers);

        if (meeting.State == MeetingState.Planned && card.ByHand.Count > 0)
        {
            context.Answer.Say(new Bilingual(
                $"{context.Mark}Noch mit der Post oder am Telefon einzuladen: {string.Join(", ", card.ByHand)}. Danach: meeting invited",
                $"{context.Mark}Still to invite by letter or telephone: {string.Join(", ", card.ByHand)}. Afterwards: meeting invited"));
        }
    }

    private void SayAnswers(KnownMeeting meeting, AnswersCard answers)
    {
        var people = context.Answer.People;
        people.WriteLine($"{context.Mark}{new Bilingual("Antworten", "Answers").In(context.Language)}: {AnswersOf(meeting)}");
        foreach (var person in answers.People.Where(person => person.Answer != AnswerCard.Open || person.Since is not null))
            people.WriteLine($"{context.Mark}  {person.Name}: {AnswerSpeech.Of(person).In(context.Language)}");
    }

    private string AnswersOf(KnownMeeting meeting) => meeting.Count(InvitationList.Of(meeting.Plan, context.Partnership.Partnership).People).Words.In(context.Language);

    private string Head(KnownMeeting meeting) =>
        $"{meeting.Plan.Id}  {InvitationText.SubjectOf(meeting.Plan, OwnOf(meeting))}  {InvitationText.WhenOf(meeting.Plan.Time, OwnOf(meeting))}  {StateOf(meeting).In(context.Language)}";

    private District OwnOf(KnownMeeting meeting) => context.Partnership.Partnership.Find(meeting.Plan.District)!;

    private static Bilingual StateOf(KnownMeeting meeting) => meeting switch
    {
        { State: MeetingState.Cancelled } => new("abgesagt", "cancelled"),
        { Sequence: > 0 } => new("verlegt", "moved"),
        _ => new("geplant", "planned"),
    };

    private string WayOf(InvitationChannel? channel) =>
        (channel is { } way ? Ways[way] : new Bilingual("Brief oder Telefon, von Hand", "letter or telephone, by hand")).In(context.Language);

    private void Write(JsonNode json) => Answer.Write(Marked(json));

    private JsonNode Marked(JsonNode json)
    {
        if (context.IsSandbox)
            json["sandbox"] = true;
        return json;
    }
}
