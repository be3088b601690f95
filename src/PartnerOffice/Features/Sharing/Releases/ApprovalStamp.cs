using PartnerOffice.CommandLine;
using PartnerOffice.Core;
using PartnerOffice.Documents.Gate;
using PartnerOffice.Documents.Word;

namespace PartnerOffice.Features.Sharing;

/// <summary>Writes state, person and day into the document too, for whoever reads it; the ledger stays the one that counts (D25).</summary>
internal static class ApprovalStamp
{
    /// <returns>Whether the document says it now. Where a control is gone or the file is open elsewhere, the ledger alone says it.</returns>
    public static async Task<bool> WriteAsync(FileInfo file, GatedPackage document, Minutes before, Minutes after, CancellationToken cancellationToken)
    {
        if (before.Approval == after.Approval)
            return true;
        try
        {
            await SafeFile.WriteAsync(file.FullName, MinutesChange.Apply(document.Bytes, before, after), force: true, cancellationToken);
            return true;
        }
        catch (Exception failure) when (failure is TemplateException or IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
