using PartnerOffice.Documents.Gate;

namespace PartnerOffice.CommandLine;

/// <summary>Opens a document that somebody gave us: nothing reads it before the gate has let it in.</summary>
internal static class IncomingDocument
{
    /// <exception cref="UnreadableFileException">The gate refused it; nothing of it was read further.</exception>
    public static async Task<GatedPackage> OpenAsync(FileInfo file, CancellationToken cancellationToken)
    {
        if (!file.Exists)
            throw VerbException.NoFile(file.FullName);

        try
        {
            await using var stream = file.OpenRead();
            return await PackageGate.InspectAsync(stream, PackageKind.Word, cancellationToken);
        }
        catch (GateRefusal refusal)
        {
            throw new UnreadableFileException(refusal, file.Name);
        }
    }
}
