using PartnerOffice.Core;
using PartnerOffice.Deliveries;
using PartnerOffice.Documents.Word;

namespace PartnerOffice.Features.OwnBoard;

/// <summary>"Drucken und unterschreiben" (R13): the whole minutes with lines to sign, their state and page x of y on each page.</summary>
internal sealed class PrintMinutes(DeliveryOffice office, Partnership partnership, TimeProvider time)
{
    /// <summary>What a person is told who prints.</summary>
    public static Bilingual ScanStays { get; } = new(
        "Ein Scan des unterschriebenen Protokolls bleibt im Vorstand; der Partner erhält die Partnerfassung ohne Unterschriften.",
        "A scan of the signed minutes stays in the board; the partner gets the edition without signatures.");

    /// <returns>The document and what stands in no model and is not on it; or what stands against it.</returns>
    /// <exception cref="OwnBoardException">No PDF can be made, or the minutes belong to another partnership.</exception>
    /// <exception cref="Graph.GraphException">Graph refused or stayed away.</exception>
    public async Task<(ReadOnlyMemory<byte>? Paper, Minutes? Minutes, IReadOnlyList<Withheld> LeftBehind, IReadOnlyList<Finding> Stopping)> RunAsync(
        MinutesReading reading, IReadOnlyList<GivenReason> given, bool asPdf, CancellationToken cancellationToken)
    {
        if (await OwnMinutes.OfAsync(office, partnership, reading, given, time, cancellationToken) is not { } own)
            return (null, null, [], reading.Findings);
        if (own.Stopping.Count > 0)
            return (null, own.Minutes, [], own.Stopping);

        var paper = BoardPaper.ToSign(own.Minutes, partnership);
        if (!asPdf)
            return (paper, own.Minutes, own.LeftBehind, []);

        using var desk = office.OpenBoardPost();
        await desk.TidyAsync(cancellationToken);
        var pdf = await desk.ConvertAsync(partnership.Id, own.District.Id, paper, cancellationToken);
        return (pdf.Pdf ?? throw OwnBoardException.NoPdf(pdf), own.Minutes, own.LeftBehind, []);
    }
}
