using System.CommandLine;
using System.Globalization;
using PartnerOffice.CommandLine;
using PartnerOffice.Core;
using PartnerOffice.Deliveries;
using PartnerOffice.Documents.Word;

namespace PartnerOffice.Features.Sharing;

/// <summary>
/// <c>minutes approve FILE</c>: the board approved released minutes, in a later meeting (<c>--in</c>), by circulation, or as the chair records
/// it (<c>--as</c>). From then on the edition is on its way (R7).
/// </summary>
internal sealed class ApproveVerb : Verb
{
    private readonly Argument<FileInfo> file = new("FILE.docx") { Description = "Das freigegebene Protokoll" };
    private readonly Option<FileInfo?> later = new("--in") { Description = "Das freigegebene Protokoll der Sitzung, die genehmigt hat", HelpName = "PROTOKOLL.docx" };
    private readonly Option<string?> person = new("--as") { Description = "Wer die Genehmigung einträgt: die Sitzungsleitung oder ihre Vertretung", HelpName = "NAME" };
    private readonly Option<string?> day = new("--on") { Description = "Tag der Genehmigung (JJJJ-MM-TT); sonst der im Dokument, sonst heute", HelpName = "TAG" };
    private readonly Option<bool> withChanges = new("--with-changes") { Description = "Mit Änderungen genehmigt: das Protokoll ist wieder offen, nichts geht hinaus" };

    protected override Command Describe() => new("approve", "Trägt die Genehmigung ein; danach geht die Partnerfassung von selbst hinaus") { file, later, person, day, withChanges };

    protected override async Task<int> RunAsync(VerbContext context, CancellationToken cancellationToken)
    {
        var source = context.Get(file)!;
        var document = await IncomingDocument.OpenAsync(source, cancellationToken);
        var minutes = MinutesReader.Read(document).Minutes ?? throw ShareException.Unreadable(source.Name);
        var partnership = context.Partnership.Partnership;
        var district = partnership.Find(minutes.District) ?? throw ShareException.ForeignDistrict(minutes.District);

        await using var office = await context.OpenDeliveriesAsync(cancellationToken, mayOwn: false);
        var release = await office.Releases.LastAsync(partnership.Id, minutes.Id, cancellationToken) ?? throw ShareException.NotReleased(minutes);
        if (release.State is ReleaseState.Withdrawn)
            throw ShareException.Withdrawn(minutes.Number);
        if (release.Version != minutes.Version.Number || !await office.Releases.SaysAsync(release, minutes, cancellationToken))
            throw ShareException.ChangedSinceRelease(release);
        if (release.State == ReleaseState.Reopened)
            throw ShareException.NotApproved(release);

        var (note, who) = await NoteAsync(context, office, minutes, district, cancellationToken);
        if (context.Get(withChanges))
            note = null;
        var outcome = release.State == ReleaseState.Approved && note is not null
            ? new ReleaseOutcome.Recorded(release, IsNew: false, [], null)
            : await new ReleaseMinutes(office.Ledger, partnership, TimeProvider.System).ApproveAsync(release, who, note, cancellationToken);
        var recorded = ReleaseAnswer.Require(outcome, minutes);
        var noted = note is null || await ApprovalStamp.WriteAsync(source, document, minutes, OfficialMinutes.Of(minutes, recorded.Release, district), cancellationToken);
        var answer = ReleaseAnswer.Of(recorded, noted, context);
        if (context.Json)
            Answer.Write(answer.Json);
        else
            answer.Say(context.Answer.People);
        return answer.ExitCode;
    }

    private async Task<(ApprovalNote? Note, Person Who)> NoteAsync(VerbContext context, DeliveryOffice office, Minutes minutes, District district, CancellationToken cancellationToken)
    {
        var today = TimeProvider.System.Today(district.TimeZone);
        if (context.Get(later) is { } meeting)
        {
            var (note, recorder) = await HeldAsync(context, office, meeting, minutes, cancellationToken);
            return (note, ActingPerson.Of(district, context.Get(person) ?? recorder));
        }

        var name = context.Get(person) ?? throw NobodySaysIt();
        var chair = ActingPerson.Of(district, name);
        if (!district.HoldersOn(OfficeRole.Chair, today).Concat(district.HoldersOn(OfficeRole.Chair, minutes.Date)).Contains(chair))
            throw ShareException.NotEntitled(chair);
        var on = context.Get(day) is { } text
            ? DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var parsed) ? parsed : throw NoDay(text)
            : minutes.Approval.ApprovedOn ?? today;
        if (on < minutes.Date || on > today)
            throw NoDay(on.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        return (new ApprovalNote(on, minutes.Approval.ApprovedIn, minutes.Approval.ApprovedBy), chair);
    }

    // The later minutes say it only when they are released themselves (R7).
    private static async Task<(ApprovalNote? Note, string Recorder)> HeldAsync(VerbContext context, DeliveryOffice office, FileInfo meeting, Minutes minutes, CancellationToken cancellationToken)
    {
        var said = MinutesReader.Read(await IncomingDocument.OpenAsync(meeting, cancellationToken)).Minutes ?? throw ShareException.Unreadable(meeting.Name);
        var release = await office.Releases.LastAsync(context.Partnership.Partnership.Id, said.Id, cancellationToken) ?? throw ShareException.NotReleased(said);
        if (!await office.Releases.SaysAsync(release, said, cancellationToken))
            throw ShareException.ChangedSinceRelease(release);

        var (approved, note, changes) = ApprovalNote.HeldBy(said).FirstOrDefault(one => one.Approved == minutes.Id);
        return approved == minutes.Id ? (changes ? null : note, release.ReleasedBy) : throw ShareException.NotHeld(minutes.Id);
    }

    private static VerbException NobodySaysIt() => new(
        "nobody-says-it",
        "--in, --as",
        new Bilingual("Es fehlt, wer genehmigt hat.", "It is missing who approved."),
        new Bilingual("--in mit dem Protokoll der genehmigenden Sitzung angeben, oder --as mit der Sitzungsleitung.", "Give --in with the minutes of the approving meeting, or --as with the chair."));

    private static VerbException NoDay(string text) => new(
        "no-day",
        "--on",
        new Bilingual($"»{text}« ist kein Tag, an dem genehmigt worden sein kann.", $"\"{text}\" is no day on which it can have been approved."),
        new Bilingual("Den Tag als JJJJ-MM-TT angeben, nicht vor der Sitzung und nicht in der Zukunft.", "Give the day as YYYY-MM-DD, not before the meeting and not in the future."));
}
