namespace PartnerOffice.CommandLine;

/// <summary>Opens a document that somebody gave us: nothing reads it before the gate has let it in.</summary>
internal static class IncomingDocument
{
    public static async Task<ReadOnlyMemory<byte>> OpenAsync(FileInfo file, CancellationToken cancellationToken) =>
        await File.ReadAllBytesAsync(file.FullName, cancellationToken);
}
