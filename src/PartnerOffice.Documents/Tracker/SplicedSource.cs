namespace PartnerOffice.Documents.Tracker;

/// <summary>A part with cuts and insertions, while it passes by.</summary>
internal sealed class SplicedSource(ByteSource part, Splice splice) : ByteSource
{
    private readonly IReadOnlyList<(int At, int Length, byte[] With)> _edits = splice.InOrder();
    private int _next, _given;
    private long _at;

    public override int Read(Span<byte> buffer)
    {
        while (_next < _edits.Count && buffer.Length > 0)
        {
            var (at, length, with) = _edits[_next];
            if (_at < at)
                return Pass(buffer[..(int)Math.Min(buffer.Length, at - _at)]);
            if (_given < with.Length)
            {
                var count = Math.Min(buffer.Length, with.Length - _given);
                with.AsSpan(_given, count).CopyTo(buffer);
                _given += count;
                return count;
            }

            Skip(length);
            _next++;
            _given = 0;
        }

        return part.Read(buffer);
    }

    public override void Dispose() => part.Dispose();

    private int Pass(Span<byte> buffer)
    {
        var count = part.Read(buffer);
        _at += count;
        return count > 0 ? count : throw new InvalidOperationException("A change lies behind the end of its part.");
    }

    private void Skip(int length)
    {
        Span<byte> cut = stackalloc byte[512];
        while (length > 0)
            length -= Pass(cut[..Math.Min(cut.Length, length)]);
    }
}
