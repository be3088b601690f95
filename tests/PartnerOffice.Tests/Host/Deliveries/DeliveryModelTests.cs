using PartnerOffice.Deliveries;
using PartnerOffice.Tests.Host.Deliveries.Model;
using PartnerOffice.Tests.Support;
using Xunit;

namespace PartnerOffice.Tests.Host.Deliveries;

/// <summary>
/// Our step algorithms in every order in which things can happen (engine 2.3): executors that are killed anywhere, sleep and wake up
/// too late, requests and answers that are lost, time out or are carried out long after; through the code's own table of transitions.
/// </summary>
public sealed class DeliveryModelTests
{
    private static readonly LibrarySite EmptyLibrary = new() { Effects = 0 };
    private static readonly CalendarSite Calendar = new() { Effects = 0 };
    private static readonly LaidFileSite LaidFile = new() { Effects = 0 };
    private static readonly MailboxSite Mailbox = new() { Effects = 0 };
    private static readonly WorkbookFileSite WorkbookFile = new() { Effects = 0 };
    private static readonly WorkbookSite Workbook = new() { Effects = 0 };
    private static readonly RemovedFileSite File = new() { Effects = 0, Refuses = false };

    private static readonly ModelOf[] Ours =
    [
        new("upload", DeliveryStep.Upload, Programs.Upload, EmptyLibrary),
        new("upload by three", DeliveryStep.Upload, Programs.Upload, EmptyLibrary) { Executors = 3 },
        new("upload restored, and there", DeliveryStep.Upload, Programs.Upload, EmptyLibrary with { Effects = 1 }) { IsRestored = true },
        new("correction", DeliveryStep.Upload, Programs.Correction, LaidFile),
        new("event", DeliveryStep.Event, Programs.MakeEvent, Calendar),
        new("event by three", DeliveryStep.Event, Programs.MakeEvent, Calendar) { Executors = 3 },
        new("event restored, and made", DeliveryStep.Event, Programs.MakeEvent, Calendar with { Effects = 1 }) { IsRestored = true },
        new("mail", DeliveryStep.Mail, Programs.Mail, Mailbox),
        new("mail restored, and sent", DeliveryStep.Mail, Programs.Mail, Mailbox with { Effects = 1, Drafts = 1, Sent = 1, Lags = false }) { IsRestored = true },
        new("tracker as file", DeliveryStep.Tracker, Programs.TrackerAsFile, WorkbookFile),
        new("tracker as file by three", DeliveryStep.Tracker, Programs.TrackerAsFile, WorkbookFile) { Executors = 3 },
        new("tracker through Excel", DeliveryStep.Tracker, Programs.TrackerThroughExcel, Workbook),
        new("remove", DeliveryStep.Remove, Programs.Remove, File),
        new("remove by three", DeliveryStep.Remove, Programs.Remove, File) { Executors = 3 },
        new("remove to the recycle bin", DeliveryStep.Remove, Programs.Remove, File with { Refuses = true }),
    ];

    private static readonly ModelOf[] Wrong =
    [
        new("add until answered", DeliveryStep.Tracker, WrongPrograms.AddUntilAnswered, Workbook),
        new("add until answered, by one alone", DeliveryStep.Tracker, WrongPrograms.AddUntilAnswered, Workbook) { Executors = 1 },
        new("look, then add", DeliveryStep.Tracker, WrongPrograms.LookThenAdd, Workbook),
        new("write anew what is not seen", DeliveryStep.Mail, WrongPrograms.WriteAnewWhatIsNotSeen, Mailbox),
        new("mail without asking for the epoch", DeliveryStep.Mail, Programs.Mail, Mailbox) { AsksForEpoch = false },
        new("replace without the tag", DeliveryStep.Upload, WrongPrograms.ReplaceWithoutTag, LaidFile),
        new("take the name for ours", DeliveryStep.Upload, WrongPrograms.TakeTheNameForOurs, EmptyLibrary),
        new("remove without a note", DeliveryStep.Remove, WrongPrograms.RemoveWithoutANote, File with { Refuses = true }),
        new("send before the intent", DeliveryStep.Upload, WrongPrograms.SendBeforeTheIntent, EmptyLibrary),
    ];

    public static TheoryData<string> OurAlgorithms => [.. Ours.Select(model => model.Name)];

    public static TheoryData<string> WrongAlgorithms => [.. Wrong.Select(model => model.Name)];

    [Theory]
    [MemberData(nameof(OurAlgorithms))]
    public void In_every_order_of_things_there_is_one_effect_once_the_ledger_says_done(string name)
    {
        var found = Exploration.Of(Ours.Single(model => model.Name == name));

        TestContext.Current.TestOutputHelper?.WriteLine($"{name}: {found.Moments} moments, ends in {string.Join(", ", found.Ends)}");
        Assert.True(found.Violation is null, found.Violation);
        Assert.Contains(StepState.Done, found.Ends);
        Assert.Equal(name.StartsWith("mail", StringComparison.Ordinal), found.Ends.Contains(StepState.Uncertain));
    }

    [Theory]
    [MemberData(nameof(WrongAlgorithms))]
    public void The_same_exploration_finds_what_is_wrong(string name)
    {
        var found = Exploration.Of(Wrong.Single(model => model.Name == name));

        TestContext.Current.TestOutputHelper?.WriteLine($"{found.Moments} moments\n{found.Violation}");
        Assert.NotNull(found.Violation);
    }

    /// <summary>Whatever two executors do to it, in or out of turn.</summary>
    [Theory]
    [InlineData(DeliveryStep.Upload)]
    [InlineData(DeliveryStep.Mail)]
    public async Task The_row_of_the_model_changes_as_the_row_of_the_ledger_does(DeliveryStep step)
    {
        using var rows = await RowsSideBySide.OpenAsync(step, TestContext.Current.CancellationToken);

        for (var number = 1; number <= 10; number++)
        {
            await rows.StartAsync(number);
            for (var act = 0; act < 20; act++)
            {
                await rows.DoAnythingAsync();
                Assert.Equal(rows.InTheModel, await rows.InTheLedgerAsync());
            }
        }

        Assert.True(rows is { Saved: > 10, Refused: > 10, TakenOver: > 10 }, $"{rows.Saved} saved, {rows.Refused} refused, {rows.TakenOver} taken over");
    }
}
