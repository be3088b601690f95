using System.Text;

namespace PartnerOffice.Documents.Tracker;

/// <summary>Cuts and insertions into a part; everything between them stays byte for byte.</summary>
internal sealed class Splice
{
    private readonly List<(int At, int Length, byte[] With)> _edits = [];

    public bool IsEmpty => _edits.Count == 0;

    public void Replace(int at, int length, string with) => _edits.Add((at, length, Encoding.UTF8.GetBytes(with)));

    public void Insert(int at, string text) => Replace(at, 0, text);

    public void Cut(int at, int length)
    {
        if (length > 0)
            _edits.Add((at, length, []));
    }

    public void Add(Splice other) => _edits.AddRange(other._edits);

    /// <summary>By place; what was said first comes first at the same place.</summary>
    public IReadOnlyList<(int At, int Length, byte[] With)> InOrder()
    {
        var ordered = _edits.OrderBy(edit => edit.At).ToList();
        for (var i = 1; i < ordered.Count; i++)
            if (ordered[i].At < ordered[i - 1].At + ordered[i - 1].Length)
                throw new InvalidOperationException("Two changes of a part overlap.");
        return ordered;
    }

    public byte[] Apply(byte[] part)
    {
        var length = part.Length;
        foreach (var edit in _edits)
            length += edit.With.Length - edit.Length;

        var result = GC.AllocateUninitializedArray<byte>(length);
        using var source = new SplicedSource(new MemorySource(part), this);
        for (var at = 0; at < length;)
            at += source.Read(result.AsSpan(at)) is var count and > 0 ? count : throw new InvalidOperationException("A change lies behind the end of its part.");
        return result;
    }
}
