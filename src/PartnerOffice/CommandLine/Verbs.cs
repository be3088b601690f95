using System.CommandLine;
using PartnerOffice.Core;
using PartnerOffice.Demo;
using PartnerOffice.Features.Drafting;
using PartnerOffice.Features.Inviting;
using PartnerOffice.Features.Operating;
using PartnerOffice.Features.OwnBoard;
using PartnerOffice.Features.People;
using PartnerOffice.Features.Retreats;
using PartnerOffice.Features.SettingUp;
using PartnerOffice.Features.Sharing;
using PartnerOffice.Features.Tracking;
using Spectre.Console;

namespace PartnerOffice.CommandLine;

/// <summary>The command line: puts the verbs together and turns what went wrong into a sentence and an exit code.</summary>
internal static class Verbs
{
    public static async Task<int> RunAsync(string[] args)
    {
        Console.OutputEncoding = new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        var parsed = Root().Parse(args);
        if (parsed.Errors.Count > 0)
        {
            await parsed.InvokeAsync();
            return ExitCode.Usage;
        }

        return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = HandsOverWithin });
    }

    // A service that is told to stop first does what is due, then hands over.
    private static readonly TimeSpan HandsOverWithin = TimeSpan.FromSeconds(45);

    public static int ExitCodeOf(RefusalException refusal) => refusal switch
    {
        VerbException or AcceptanceException => ExitCode.Usage,
        MinutesFormatException or UnreadableFileException or Documents.Import.ImportException => ExitCode.Unreadable,
        Documents.Tracker.TrackerChangesException or Documents.Lists.ListFileException => ExitCode.Unreadable,
        WorkbookOpenException or TrackerUnreachableException or GraphAwayException => ExitCode.Later,
        _ => ExitCode.No,
    };

    private static RootCommand Root()
    {
        var options = new CommonOptions();
        var root = new RootCommand("PartnerOffice: zwei Kreisverbände, ein Vertrag, in Word, Outlook, Excel und SharePoint")
        {
            options.Json, options.Data, options.Partnership, options.Lang,
        };

        var minutes = new Command("minutes", "Protokolle: füllen, lesen, Partnerfassung");
        foreach (var verb in (Verb[])[new FillVerb(), new ReadVerb(), new CheckVerb(), new NewVerb(), new CorrectVerb(), new ExcerptVerb(), new NormaliseVerb(), new RepairVerb(), new ImportVerb(), new EditionVerb(), new ReviewVerb(), new ReleaseVerb(), new ApproveVerb(), new SendVerb(), new SentVerb(), new PassOnVerb(), new PrintVerb(), new SignedVerb(), new ObjectionsVerb()])
            minutes.Add(verb.Build(options));
        var tracker = new Command("tracker", "Der gemeinsame Tracker");
        foreach (var verb in (Verb[])[new TrackerNewVerb(), new TrackerApplyVerb(), new TrackerSyncVerb(), new TrackerVerifyVerb(), new TrackerCopyVerb()])
            tracker.Add(verb.Build(options));
        var templates = new Command("templates", "Die mitgelieferten Vorlagen") { new TemplatesBuildVerb().Build(options) };

        var deliveries = new Command("deliveries", "Was unterwegs ist und was angekommen ist");
        foreach (var verb in (Verb[])[new DeliveriesListVerb(), new DeliveriesShowVerb(retry: false), new DeliveriesShowVerb(retry: true), new HoldVerb(), new GoVerb(), new WithdrawVerb(), new ConfirmVerb(), new ReplaceVerb(), new VerifyVerb()])
            deliveries.Add(verb.Build(options));

        var meetings = new Command("meeting", "Sitzungen: planen, einladen, verlegen, absagen");
        foreach (var verb in (Verb[])[new PlanVerb(), new SeriesVerb(), new MeetingListVerb(), new MeetingShowVerb(), new MoveVerb(), new CancelVerb(), new InvitedVerb(), new AnswerVerb()])
            meetings.Add(verb.Build(options));

        var retreats = new Command("retreat", "Gemeinsame Klausuren: wer an der Reihe ist, Termine finden, abstimmen und einladen");
        foreach (var verb in (Verb[])[new RetreatListVerb(), new RetreatSuggestVerb(), new PollVerb(), new PollAnswersVerb(), new PollAnswerVerb(), new PollCloseVerb(), new RetreatProposeVerb(), new RetreatWaiveVerb(), new RetreatAnswerVerb(confirms: true), new RetreatAnswerVerb(confirms: false), new RetreatCancelVerb(), new RetreatPlanVerb(), new RetreatHeldVerb()])
            retreats.Add(verb.Build(options));

        var people = new Command("people", "Personen, Amtszeiten, Aufgaben und Übergabe im eigenen Vorstand");
        foreach (var verb in (Verb[])[new PeopleListVerb(), new PeopleShowVerb(), new PeopleAddVerb(), new PeopleChangeVerb(), new EndTermVerb(), new GiveRoleVerb(), new EndRoleVerb(), new PublicPersonVerb(), new PeopleImportVerb(), new HandoverVerb()])
            people.Add(verb.Build(options));

        foreach (var command in (Command[])[new DemoVerb().Build(options), new ShareVerb().Build(options), meetings, retreats, minutes, deliveries, people, tracker, templates, new SandboxVerb().Build(options), new InitVerb().Build(options), new DoctorVerb().Build(options), new LoginVerb().Build(options), new ManifestVerb().Build(options), new ServeVerb().Build(options), new PauseVerb(resume: false).Build(options), new PauseVerb(resume: true).Build(options), new AuditVerb().Build(options), new BackupVerb().Build(options), new RestoreVerb().Build(options)])
            root.Add(command);
        return root;
    }
}
