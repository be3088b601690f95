using PartnerOffice.Core;
using PartnerOffice.Documents.Gate;
using PartnerOffice.Documents.Word;

namespace PartnerOffice.Documents.Checking;

/// <summary>What a document's form says, beside what was read in it: what it lost, what a screen reader misses.</summary>
public static class FormFindings
{
    /// <summary>The reading with the form's findings.</summary>
    public static MinutesReading With(MinutesReading reading, GatedPackage document)
    {
        ArgumentNullException.ThrowIfNull(reading);

        // A value is missing because its control is gone: one cause, said where it can be mended.
        var losses = FormContract.LossesOf(document);
        return reading with
        {
            Findings = [.. losses, .. reading.Findings.Where(finding => !losses.Any(loss => loss.Rule == finding.Rule && loss.Place == finding.Place)), .. Accessibility.Look(document)],
        };
    }
}
