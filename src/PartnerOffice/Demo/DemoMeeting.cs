using PartnerOffice.CommandLine;
using PartnerOffice.Core;
using PartnerOffice.Deliveries;
using PartnerOffice.Documents.Word;
using PartnerOffice.Meetings;

namespace PartnerOffice.Demo;

/// <summary>The demo's next meeting, planned by the same steps as everybody's: event, invitations, row in the tracker, draft of the minutes.</summary>
internal sealed class DemoMeeting(DeliveryOffice office, Partnership partnership, Story story)
{
    private const int DaysAhead = 21;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <param name="last">The minutes of the meeting before, whose open matters go on.</param>
    /// <param name="folder">Where the draft goes.</param>
    public async Task RunAsync(Minutes last, string folder, CancellationToken cancellationToken)
    {
        var own = partnership.Find(last.District)!;
        var today = TimeProvider.System.Today(own.TimeZone);
        var request = new DraftRequest(last.Kind, today, last) { Date = today.AddDays(DaysAhead), Start = new TimeOnly(19, 0) };
        var draft = MeetingDraft.Of(partnership, own, await Carried.IntoAsync(request, office.Ledger, partnership, own, cancellationToken));
        story.Chapter($"Der Vorstand plant seine nächste Sitzung: {draft.Content.Number}", $"The board plans its next meeting: {draft.Content.Number}");
        if (await office.Meetings.FindAsync(partnership.Id, draft.Content.Id, cancellationToken) is { } known)
        {
            story.Say("Fortgesetzt: Diese Sitzung war schon geplant; niemand wird noch einmal eingeladen.", "Continued: this meeting was planned already; nobody is invited again.");
            await FollowAsync(known, cancellationToken);
            return;
        }

        var plan = new PlanMeeting(office.Ledger, partnership, TimeProvider.System, AnswerLines.Of(office));
        var proposal = await plan.PrepareAsync(draft, new(new TimeOnly(22, 0), null, null, null, []), cancellationToken);
        known = await plan.RunAsync(proposal, AuditTrail.Nobody, cancellationToken);
        var (calendar, mail, hand) = (proposal.List.ByCalendar.Count(), proposal.List.ByMail.Count(), proposal.List.ByHand.Count());
        story.Say(
            $"{InvitationText.WhenOf(known.Plan.Time, own)}: {calendar} im Kalender eingeladen, {mail} mit Mail und Kalenderdatei, {hand} mit der Post oder am Telefon.",
            $"{known.Plan.Time.Start:yyyy-MM-dd HH:mm}: {calendar} invited by calendar, {mail} by mail with a calendar file, {hand} by letter or telephone.");

        var path = Path.Combine(folder, $"{draft.Content.Id} - Entwurf.docx");
        var begun = proposal.Draft!;
        await SafeFile.WriteAsync(path, MinutesWriter.Draft(MinutesTemplate.Build(begun.Content.Kind), begun.Content, DocumentFrame.Of(begun.Content, partnership), begun.Tables, begun.Offered), force: true, cancellationToken);
        story.Artefact("Entwurf des nächsten Protokolls", "the draft of the next minutes", path);
        await FollowAsync(known, cancellationToken);
    }

    private async Task FollowAsync(KnownMeeting known, CancellationToken cancellationToken)
    {
        foreach (var status in (await office.ListAsync(cancellationToken)).Where(status => status.Kind == DeliveryKind.Invitation && status.Minutes == known.Plan.Id))
            await office.FollowAsync(status.Delivery, null, Patience, cancellationToken);
    }
}
