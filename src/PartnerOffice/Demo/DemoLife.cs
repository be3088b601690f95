using PartnerOffice.CommandLine;
using PartnerOffice.Core;
using PartnerOffice.Deliveries;
using PartnerOffice.Documents.Word;
using PartnerOffice.Features.Sharing;

namespace PartnerOffice.Demo;

/// <summary>The life of the demo's minutes, by the same steps as everybody's: a second person releases, the board approves, the service shares (R7).</summary>
internal sealed class DemoLife(DeliveryOffice office, Partnership partnership, Story story, VerbContext context)
{
    private readonly ReleaseMinutes _release = new(office.Ledger, partnership, TimeProvider.System);

    /// <param name="source">The board's document, a draft.</param>
    /// <param name="sample">The same minutes with their approval note.</param>
    public async Task<DeliveryStatus> RunAsync(string source, Minutes sample, CancellationToken cancellationToken)
    {
        var district = partnership.Find(sample.District)!;
        var chair = ActingPerson.Of(district, sample.Approval.ReleasedBy!);

        story.Chapter($"{chair.Name} sieht die Partnerfassung und gibt frei", $"{chair.Name} looks at the partner edition and releases");
        var document = await IncomingDocument.OpenAsync(new FileInfo(source), cancellationToken);
        var reading = MinutesReader.Read(document);
        var released = _release.Released(reading.Minutes!, district, chair);
        var shared = _release.Prepare(released, reading, []);
        var preview = Path.Combine(Path.GetDirectoryName(source)!, $"{sample.Id} - Partnerfassung.docx");
        await SafeFile.WriteAsync(preview, shared.Document.Bytes, force: true, cancellationToken);
        story.Artefact("Partnerfassung zum Ansehen", "the edition to look at", preview);
        WithheldTable.Say(context.Answer.People, shared.Document.Edition, context.Language);
        var release = ReleaseAnswer.Require(await _release.RunAsync(new(reading.Minutes!, released, district, chair, shared, shared.Document.Sha256, []), cancellationToken), sample.Number).Release;

        story.Chapter("Der Vorstand genehmigt in der nächsten Sitzung", "The board approves in its next meeting");
        if (release.State == ReleaseState.Released)
        {
            var note = new ApprovalNote(TimeProvider.System.Today(district.TimeZone), sample.Approval.ApprovedIn, sample.Approval.ApprovedBy);
            release = ReleaseAnswer.Require(await _release.ApproveAsync(release, chair, note, cancellationToken), sample.Number).Release;
        }

        await ApprovalStamp.WriteAsync(new FileInfo(source), document, reading.Minutes!, OfficialMinutes.Of(reading.Minutes!, release, district), cancellationToken);
        story.Say(ReleaseWords.Of(release).German, ReleaseWords.Of(release).English);

        story.Chapter($"Sie geht an: {shared.Partner.Name}", $"It goes to: {shared.Partner.Name}");
        return await StartAsync(shared, cancellationToken);
    }

    // It would start by itself on the next working day; whoever watches a demo says "now".
    private async Task<DeliveryStatus> StartAsync(SharedMinutes shared, CancellationToken cancellationToken)
    {
        var id = DeliveryId.Of(partnership.Id, shared.Consignment.Minutes, shared.Consignment.Version, shared.Sender.Id, shared.Partner.Id);
        var status = await office.ShowAsync(id, cancellationToken) ?? throw ShareException.ChangedMeanwhile();
        if (status.StartsAt is null)
        {
            story.Say("Fortgesetzt: Diese Übermittlung gab es schon; nichts geht doppelt hinaus.", "Continued: this delivery was known; nothing goes out twice.");
            return status;
        }

        story.Say("Neu angefangen: Hier war noch nichts übermittelt.", "Started clean: nothing had been delivered here.");
        return (await office.RetryAsync(id, cancellationToken))!;
    }
}
