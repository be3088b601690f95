using System.CommandLine;
using PartnerOffice.CommandLine;
using PartnerOffice.Core;
using PartnerOffice.Deliveries;
using PartnerOffice.Documents.Word;
using PartnerOffice.Meetings;

namespace PartnerOffice.Features.Inviting;

/// <summary><c>meeting plan</c>: a meeting with its invitation, its row in the tracker and the draft of its minutes.</summary>
internal sealed class PlanVerb : Verb
{
    private readonly Option<FileInfo?> from = new("--from") { Description = "Das letzte Protokoll (.docx oder .json): offene Aufgaben, Vertagtes und die Genehmigung gehen in Tagesordnung und Entwurf", HelpName = "DATEI" };
    private readonly Option<string?> output = new("--out") { Description = "Wohin der Entwurf des Protokolls; sonst <Kennung>.docx im laufenden Ordner", HelpName = "DATEI" };
    private readonly Option<bool> noWait = new("--no-wait") { Description = "Nur einreihen, nicht warten" };
    private readonly DraftOptions drafting = new();
    private readonly MeetingOptions meeting = new();
    private readonly InvitationConsent consent = new();

    protected override Command Describe()
    {
        var command = new Command("plan", "Plant eine Sitzung: Termin im Kalender des Kreisverbands, Einladungen, Eintrag im Tracker, Entwurf des Protokolls") { from, output, noWait };
        foreach (var option in (IEnumerable<Option>)[.. drafting.All, .. meeting.All, .. consent.All])
            command.Add(option);
        return command;
    }

    protected override async Task<int> RunAsync(VerbContext context, CancellationToken cancellationToken)
    {
        consent.RequireAllowed(context);
        var last = context.Get(from) is { } file ? await LastMinutes.ReadAsync(file, cancellationToken) : null;
        var (partnership, district) = (context.Partnership.Partnership, drafting.DistrictOf(context, last?.Minutes));
        await using var office = await context.OpenDeliveriesAsync(cancellationToken);
        var today = TimeProvider.System.Today(district.TimeZone);
        var draft = MeetingDraft.Of(partnership, district, await Carried.IntoAsync(drafting.Request(context, today, last?.Minutes), office.Ledger, partnership, district, cancellationToken));

        var plan = new PlanMeeting(office.Ledger, partnership, TimeProvider.System, AnswerLines.Of(office));
        var proposal = await plan.PrepareAsync(draft, meeting.Request(context), cancellationToken);
        var speech = new MeetingSpeech(context);
        if (proposal.Stopping.Count > 0 || consent.IsGiven(context, proposal, Question(proposal)) is not { } isGiven)
            return speech.Preview(proposal);
        if (!isGiven)
            return ExitCode.No;

        var known = await plan.RunAsync(proposal, AuditTrail.Nobody, cancellationToken);
        var target = await WriteDraftAsync(context, context.Get(output), proposal.Draft!, cancellationToken);
        return await InvitationProgress.TellAsync(context, office, speech, known, waits: !context.Get(noWait), target, cancellationToken);
    }

    // A draft that somebody may have written in already stays as it is.
    internal static async Task<string> WriteDraftAsync(VerbContext context, string? output, MinutesDraft draft, CancellationToken cancellationToken)
    {
        var target = Path.GetFullPath(DraftFile.Target(output, $"{draft.Content.Id}.docx"));
        if (!File.Exists(target))
            await DraftFile.WriteAsync(target, MinutesWriter.Draft(MinutesTemplate.Build(draft.Content.Kind), draft.Content, DocumentFrame.Of(draft.Content, context.Partnership.Partnership), draft.Tables, draft.Offered), cancellationToken);
        return target;
    }

    private static Bilingual Question(MeetingProposal proposal) => new(
        $"{proposal.List.People.Count(person => person.Channel is not null)} Personen jetzt einladen?",
        $"Invite {proposal.List.People.Count(person => person.Channel is not null)} people now?");
}
