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
        var approvals = new ApprovalNotes(office, partnership, TimeProvider.System);
        var release = await approvals.ReleaseOfAsync(minutes, cancellationToken);
        IReadOnlyList<District> boards = minutes.IsJoint ? [district, partnership.PartnerOf(district.Id)] : [district];
        var (note, who, board) = await NoteAsync(context, approvals, minutes, boards, cancellationToken);
        var outcome = await approvals.RecordAsync(release, who, board.Id, context.Get(withChanges) ? null : note, cancellationToken);
        if (outcome is ReleaseOutcome.AwaitsOther waits)
            return ReleaseAnswer.Say(ReleaseAnswer.Of(waits, minutes, ReleaseWords.AwaitsApproval(minutes.Number, partnership.Find(waits.Missing)!), context), context);

        var recorded = ReleaseAnswer.Require(outcome, minutes.Number);
        var noted = recorded.Release.Approval is null || await ApprovalStamp.WriteAsync(source, document, minutes, OfficialMinutes.Of(minutes, recorded.Release, district, partnership.PartnerOf(district.Id)), cancellationToken);
        return ReleaseAnswer.Say(ReleaseAnswer.Of(recorded, noted, context), context);
    }

    private async Task<(ApprovalNote? Note, Person Who, District Board)> NoteAsync(VerbContext context, ApprovalNotes approvals, Minutes minutes, IReadOnlyList<District> boards, CancellationToken cancellationToken)
    {
        if (context.Get(later) is { } meeting)
        {
            var said = MinutesReader.Read(await IncomingDocument.OpenAsync(meeting, cancellationToken)).Minutes ?? throw ShareException.Unreadable(meeting.Name);
            var (note, recorder) = await approvals.HeldByAsync(said, minutes.Id, cancellationToken);
            // Of two boards, the one whose later minutes these are.
            var own = boards.FirstOrDefault(board => board.Id.ToString() == said.District) ?? boards[0];
            return (note, ActingPerson.Of(own, context.Get(person) ?? recorder), own);
        }

        var (chair, district) = ActingPerson.Of(boards, context.Get(person) ?? throw NobodySaysIt());
        return (approvals.ByChair(minutes, district, chair, context.Get(day) is { } text ? DayOf(text) : null), chair, district);
    }

    private static DateOnly DayOf(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var parsed) ? parsed : throw NoDay(text);

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
