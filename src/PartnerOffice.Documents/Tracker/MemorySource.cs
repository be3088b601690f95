namespace PartnerOffice.Documents.Tracker;

/// <summary>A part that is in memory already.</summary>
internal sealed class MemorySource(ReadOnlyMemory<byte> content) : ByteSource
{
    private ReadOnlyMemory<byte> _rest = content;

    public override int Read(Span<byte> buffer)
    {
        var count = Math.Min(buffer.Length, _rest.Length);
        _rest.Span[..count].CopyTo(buffer);
        _rest = _rest[count..];
        return count;
    }

    public override void Dispose() => _rest = default;
}
