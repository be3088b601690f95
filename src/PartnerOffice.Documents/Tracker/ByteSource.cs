namespace PartnerOffice.Documents.Tracker;

/// <summary>The bytes of a part from beginning to end, once; whoever reads them holds as much as he likes.</summary>
/// <remarks>Less than a <see cref="Stream"/>: it cannot seek, wait or be written.</remarks>
internal abstract class ByteSource : IDisposable
{
    /// <summary>Fills the buffer, or as much of it as is at hand; 0 at the end only.</summary>
    public abstract int Read(Span<byte> buffer);

    public abstract void Dispose();
}
