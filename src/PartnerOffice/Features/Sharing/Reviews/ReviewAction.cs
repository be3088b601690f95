using System.Text;
using PartnerOffice.Api;
using PartnerOffice.Core;
using PartnerOffice.Deliveries;
using PartnerOffice.Documents.Edition;
using PartnerOffice.Graph;
using PartnerOffice.PersonalLinks;

namespace PartnerOffice.Features.Sharing;

/// <summary>The chair's phone (R14): look at what the partner would read, release exactly that, or send it back with a remark.</summary>
internal sealed class ReviewAction(ServedOffice served) : ILinkAction
{
    private const string ReleaseChoice = "release";
    private const string ReturnChoice = "return";
    private const string RemarkField = "remark";

    public string Action => ReviewLedger.LinkAction;

    public async Task<LinkPage?> HeadAsync(LinkPurpose purpose, CancellationToken cancellationToken) =>
        await FindAsync(purpose, cancellationToken) is { } found
            ? new LinkPage(ReviewWords.Title(found.Review), [], [new("open", ReviewWords.Look)]) { OpensContent = true }
            : null;

    public async Task<LinkPage?> ContentAsync(LinkPurpose purpose, CancellationToken cancellationToken)
    {
        if (await FindAsync(purpose, cancellationToken) is not { } found)
            return null;

        var (report, joint) = (found.Content.Report, found.Content.Joint);
        return new(
            ReviewWords.Title(found.Review),
            [report.Count == 0 ? ReviewWords.NothingFound : ReviewWords.Found(report.Count), .. report.Select(ReviewWords.Line), joint is null ? ReviewWords.Explanation : ReviewWords.ExplanationOf(found.District, served.Partnership.PartnerOf(found.District.Id), joint.NotRead)],
            [new(ReleaseChoice, ReviewWords.Release), new(ReturnChoice, ReviewWords.Return)])
        {
            Fields = [new(RemarkField, joint is null ? ReviewWords.Remark : ReviewWords.RemarkTo(found.Writer), [])],
            Document = Encoding.UTF8.GetString(EditionPreview.Of(FrozenEdition.Thaw(found.Content.Shown, null), Language.German)),
        };
    }

    public async Task<LinkDone> ActAsync(LinkPurpose purpose, string choice, IReadOnlyDictionary<string, string> fields, CancellationToken cancellationToken)
    {
        var found = await FindAsync(purpose, cancellationToken) ?? throw ShareException.AlreadyDecided(purpose.Subject);
        return choice switch
        {
            ReleaseChoice => await ReleaseAsync(found, cancellationToken),
            ReturnChoice => await ReturnAsync(found, fields.GetValueOrDefault(RemarkField)?.Trim() ?? "", cancellationToken),
            _ => throw ApiException.BadRequest("choice", new("Diesen Knopf gibt es nicht.", "There is no such button.")),
        };
    }

    private async Task<LinkDone> ReleaseAsync(Found found, CancellationToken cancellationToken)
    {
        await RequireUnchangedAsync(found, cancellationToken);
        var release = new ReleaseMinutes(served.Deliveries.Ledger, served.Partnership, served.Time);
        var outcome = await release.RunAsync(found.Review, found.Content, found.Person, cancellationToken);
        if (outcome is ReleaseOutcome.AwaitsOther waits)
            return new(ReviewWords.ReleasedFor(found.Review, found.District), ReleaseWords.AwaitsRelease(found.Review.Number, served.Partnership.Find(waits.Missing)!, waits.SaidOtherwise));

        ReleaseAnswer.Require(outcome, found.Review.Number);
        return new(ReviewWords.Released(found.Review), found.Content.Joint is null
            ? ReviewWords.NextAfterRelease(found.District.Share)
            : ReviewWords.NextAfterBothReleased(served.Partnership.Districts.All(one => one.Share == ShareFrom.Released)));
    }

    private async Task<LinkDone> ReturnAsync(Found found, string remark, CancellationToken cancellationToken)
    {
        if (remark.Length == 0)
            throw ShareException.NoRemark();

        var letter = Letters.Returned(found.Review, found.Writer, found.Person.Name, remark, served.TodayIn(found.Writer));
        return await served.Deliveries.Reviews.ReturnAsync(found.Review, found.Person.Id.ToString(), remark, letter, cancellationToken)
            ? new(ReviewWords.SentBack(found.Review), ReviewWords.NextAfterReturn)
            : throw ShareException.AlreadyDecided(found.Review.Number);
    }

    // Where the service may look into the board's library, the file must still say what this person saw, and nobody may have taken it back.
    private async Task RequireUnchangedAsync(Found found, CancellationToken cancellationToken)
    {
        if (found.Review.Item is not { } item)
            return;

        using var desk = served.Deliveries.OpenBoardLibrary(found.District.Id);
        if (desk is null)
            return;

        var isSame = false;
        try
        {
            var reader = new DoorReader(desk.Route, desk.Connection);
            var answered = await served.Deliveries.Ledger.Doors.AnsweredAsync(found.District.Id, item, cancellationToken);
            isSame = await reader.RowAsync(item, cancellationToken) is { } row
                && (answered?.Stand != BoardColumns.Review || DoorReader.StandOf(row.Fields) == BoardColumns.Review)
                && (await reader.ReadAsync(row, cancellationToken))?.Minutes is { } minutes
                && await served.Deliveries.Reviews.SaysAsync(found.Review, minutes, cancellationToken);
        }
        catch (GraphException)
        {
            throw ShareException.LibraryAway();
        }

        if (isSame)
            return;

        await served.Deliveries.Reviews.OvertakeAsync(served.Partnership.Id, found.Review.Minutes, AuditTrail.Service, cancellationToken);
        throw ShareException.ChangedSinceReview(found.Review.Number);
    }

    // Open, of a person who may decide it today; anything else is settled.
    private async Task<Found?> FindAsync(LinkPurpose purpose, CancellationToken cancellationToken)
    {
        var review = await served.Deliveries.Reviews.FindAsync(purpose.Partnership, purpose.Subject, cancellationToken);
        return review is { State: ReviewState.Open } && review.Until > served.Time.GetUtcNow() && review.District == purpose.District
            && served.Partnership.Find(review.District.ToString()) is { } district && district.Find(purpose.Person) is { } person
            && await served.Deliveries.Reviews.ContentAsync(review, cancellationToken) is { } content
            && Reviewers.StillMay(content, district, person, served.TodayIn(district))
            ? new(review, content, district, content.Joint is null ? district : served.Partnership.Find(FrozenEdition.Thaw(content.Shown, null).Content.District)!, person)
            : null;
    }

    /// <param name="Writer">Whose secretary wrote them: of two boards perhaps the other one.</param>
    private sealed record Found(Review Review, ReviewContent Content, District District, District Writer, Person Person);
}
