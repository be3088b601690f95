using System.Text;
using PartnerOffice.CommandLine;
using PartnerOffice.Core;
using PartnerOffice.Documents.Checking;
using PartnerOffice.Documents.Edition;
using PartnerOffice.Documents.Gate;
using PartnerOffice.Documents.Tracker;
using PartnerOffice.Documents.Word;
using PartnerOffice.Features.Sharing;

namespace PartnerOffice.Tests.Support.Canaries;

/// <summary>What becomes of a board's document: refused at the gate, held back by a finding, or everything that would leave.</summary>
internal abstract record Outgoing
{
    public sealed record Refused(GateCode Code) : Outgoing;

    public sealed record HeldBack(IReadOnlyList<Finding> Findings) : Outgoing;

    /// <param name="Report">Its report and its preview, which a person of the own district reads.</param>
    public sealed record Leaving(SharedMinutes Shared, IReadOnlyList<string> Texts, string Report) : Outgoing;

    public static Outgoing Of(byte[] document, Partnership partnership)
    {
        GatedPackage source;
        try
        {
            source = PackageGate.Inspect(document, PackageKind.Word);
        }
        catch (GateRefusal refusal)
        {
            return new Refused(refusal.Code);
        }

        var reading = MinutesReader.Read(source);
        var today = new DateOnly(2026, 8, 20);
        var findings = JudgedFinding.Judge(DocumentCheck.Run(reading, reading.Minutes is { } read ? CheckContext.For(read, partnership, today) : null), []);
        if (reading.Minutes is not { } minutes || EditionGuard.Stopping(findings, reading) is { Count: > 0 })
            return new HeldBack([.. findings.Where(judged => judged.IsOpen).Select(judged => judged.Finding)]);

        var shared = SharedMinutes.Prepare(minutes, reading, partnership, today);
        var consignment = shared.Consignment;
        return new Leaving(
            shared,
            [
                consignment.Edition.Name, consignment.Minutes.ToString(), consignment.Mail.Subject, consignment.Mail.Text,
                .. consignment.Tracker.SelectMany(entry => entry.Change.Rows).SelectMany(row => row.Cells.Values).OfType<TrackerValue.Text>().Select(text => text.Value),
            ],
            string.Join('\n', shared.Document.Edition.Withheld.Select(entry => $"{entry.Place} {entry.Reason.German} {entry.Reason.English}")) + Encoding.UTF8.GetString(EditionPreview.Of(shared.Document.Edition, Language.German)));
    }
}
