using System.Text;

namespace PartnerOffice.Documents.Tracker;

/// <summary>Cuts and insertions into a part; everything between them stays byte for byte.</summary>
internal sealed class Splice(byte[] part)
{
    private readonly List<(int At, int Length, byte[] With, int Order)> _edits = [];

    public bool IsEmpty => _edits.Count == 0;

    public void Replace(int at, int length, string with)
    {
        var bytes = Encoding.UTF8.GetBytes(with);
        if (!part.AsSpan(at, length).SequenceEqual(bytes))
            _edits.Add((at, length, bytes, _edits.Count));
    }

    public void Insert(int at, string text) => _edits.Add((at, 0, Encoding.UTF8.GetBytes(text), _edits.Count));

    public void Cut(int at, int length)
    {
        if (length > 0)
            _edits.Add((at, length, [], _edits.Count));
    }

    public byte[] Apply()
    {
        _edits.Sort((a, b) => a.At != b.At ? a.At.CompareTo(b.At) : a.Order.CompareTo(b.Order));
        var length = part.Length;
        foreach (var edit in _edits)
            length += edit.With.Length - edit.Length;

        var result = GC.AllocateUninitializedArray<byte>(length);
        int from = 0, to = 0;
        foreach (var (at, cut, with, _) in _edits)
        {
            if (at < from)
                throw new InvalidOperationException("Two changes of a part overlap.");
            part.AsSpan(from, at - from).CopyTo(result.AsSpan(to));
            to += at - from;
            with.CopyTo(result, to);
            to += with.Length;
            from = at + cut;
        }

        part.AsSpan(from).CopyTo(result.AsSpan(to));
        return result;
    }
}
