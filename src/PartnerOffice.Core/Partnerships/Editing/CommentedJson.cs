using System.Text;
using System.Text.Json;

namespace PartnerOffice.Core;

/// <summary>A JSON file that people write, with comments, changed in single places: every byte outside of such a place stays (R21).</summary>
/// <remarks>Each change answers with a new text that is read anew; the file of a partnership is small, and no place is ever out of date.</remarks>
internal sealed class CommentedJson
{
    private const string Unit = "  ";
    private static readonly JsonReaderOptions Reading = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    private readonly byte[] bytes;
    private readonly Span root;

    private CommentedJson(byte[] bytes)
    {
        this.bytes = bytes;
        root = Parse(bytes);
    }

    /// <summary>The text as it is now.</summary>
    public ReadOnlyMemory<byte> Bytes => bytes;

    /// <exception cref="JsonException">It is no JSON.</exception>
    public static CommentedJson Of(ReadOnlySpan<byte> text) => new(text.ToArray());

    /// <summary>Whether there is a list at this place, as in <c>districts[0].people[2].terms</c>.</summary>
    public bool HasList(string place) => Find(place) is { Kind: '[' };

    /// <summary>Where a value lies: its first byte, and the one after its last.</summary>
    public (int Start, int End) SpanOf(string place)
    {
        var span = Require(place);
        return (span.ValueStart, span.End);
    }

    /// <summary>The object's member has this value; it is put behind the last one where it is missing.</summary>
    /// <param name="value">JSON.</param>
    public CommentedJson Set(string place, string name, string value)
    {
        var holder = Require(place);
        return holder.Children.FirstOrDefault(child => child.Name == name) is { } member
            ? Spliced((member.ValueStart, member.End - member.ValueStart, value))
            : Insert(holder, holder.Children.Count, $"{Quoted(name)}: {value}", isOnLine: false);
    }

    /// <summary>The object no longer has the member.</summary>
    public CommentedJson Remove(string place, string name)
    {
        var holder = Require(place);
        var index = holder.Children.ToList().FindIndex(child => child.Name == name);
        return index < 0 ? this : Remove(holder, index);
    }

    /// <summary>A further item stands in the list before the one that stands there now, or behind the last.</summary>
    /// <param name="item">JSON; further lines are indented as the list is.</param>
    /// <param name="isOnLine">Whether the first item of an empty list gets a line of its own.</param>
    public CommentedJson Insert(string place, int index, string item, bool isOnLine) => Insert(Require(place), index, item, isOnLine);

    /// <summary>The list no longer has this item.</summary>
    public CommentedJson RemoveAt(string place, int index) => Remove(Require(place), index);

    /// <summary>A text as JSON, with umlauts as they are.</summary>
    public static string Quoted(string text) => JsonSerializer.Serialize(text, Plain);

    private CommentedJson Insert(Span holder, int index, string item, bool isOnLine)
    {
        if (holder.Children.Count == 0)
            return InsertFirst(holder, item, isOnLine);
        if (index == 0)
            return InsertBeforeFirst(holder, item);

        // Behind the comma and the comment that stand on the line of the item before: they belong to it.
        var before = holder.Children[index - 1];
        var line = RestOfLine(before.End);
        var (own, tail) = (item, line.Comma is null ? "" : ",");
        var comma = line.Comma is null ? [(before.End, 0, ",")] : Array.Empty<(int, int, string)>();
        return line.IsEnd
            ? Spliced([.. comma, (line.At, 0, NewLine + Indented(own, IndentAt(before.Start)) + tail)])
            : Spliced((line.Comma + 1 ?? before.End, 0, line.Comma is null ? $", {Indented(own, IndentAt(before.Start)).TrimStart()}" : $" {Indented(own, IndentAt(before.Start)).TrimStart()},"));
    }

    private CommentedJson InsertFirst(Span holder, string item, bool isOnLine)
    {
        var at = holder.ValueStart + 1;
        var isBlank = bytes.AsSpan(at, holder.End - 1 - at).IndexOfAnyExcept(" \t\r\n"u8) < 0;
        var isOneLine = !isOnLine && isBlank && !item.Contains('\n', StringComparison.Ordinal);
        if (isOneLine)
            return Spliced((at, holder.End - 1 - at, item));

        var indent = IndentAt(holder.ValueStart);
        var text = NewLine + Indented(item, indent + Unit);
        return isBlank ? Spliced((at, holder.End - 1 - at, text + NewLine + indent)) : Spliced((at, 0, text));
    }

    private CommentedJson InsertBeforeFirst(Span holder, string item)
    {
        var first = holder.Children[0];
        return IsFirstOnLine(first.Start)
            ? Spliced((holder.ValueStart + 1, 0, NewLine + Indented(item, IndentAt(first.Start)) + ","))
            : Spliced((first.Start, 0, $"{Indented(item, IndentAt(first.Start)).TrimStart()}, "));
    }

    private CommentedJson Remove(Span holder, int index)
    {
        var child = holder.Children[index];
        var changes = new List<(int At, int Length, string Text)>();
        var (start, end) = (child.Start, child.End);
        if (CommaAfter(child.End) is { } comma)
        {
            if (OnlyBlanks(child.End, comma))
                end = comma + 1;
            else
                changes.Add((comma, 1, ""));
        }
        else if (index > 0 && CommaAfter(holder.Children[index - 1].End) is { } earlier)
        {
            changes.Add((earlier, 1, ""));
        }

        // A line that held nothing else goes with it; within a line, the space that parted it from its neighbour.
        var (lineStart, lineEnd) = (LineStart(start), LineEnd(end));
        if (OnlyBlanks(lineStart, start) && OnlyBlanks(end, lineEnd))
        {
            (start, end) = (lineStart, lineEnd);
        }
        else if (end > child.End)
        {
            while (end < bytes.Length && bytes[end] is (byte)' ' or (byte)'\t')
                end++;
        }
        else
        {
            while (start > 0 && bytes[start - 1] is (byte)' ' or (byte)'\t')
                start--;
        }

        return Spliced([.. changes, (start, end - start, "")]);
    }

    /// <summary>What follows a value on its line: the comma, and where the line ends or the next value begins.</summary>
    private (int At, int? Comma, bool IsEnd) RestOfLine(int at)
    {
        int? comma = null;
        while (at < bytes.Length)
        {
            switch (bytes[at])
            {
                case (byte)' ' or (byte)'\t':
                    at++;
                    break;
                case (byte)',' when comma is null:
                    comma = at++;
                    break;
                case (byte)'/' when bytes[at + 1] == (byte)'*':
                    at = EndOfComment(at);
                    break;
                case (byte)'/':
                    at = EndOfText(at);
                    return (at, comma, true);
                case (byte)'\r' or (byte)'\n':
                    return (at, comma, true);
                default:
                    return (at, comma, false);
            }
        }

        return (at, comma, true);
    }

    private int? CommaAfter(int at)
    {
        while (at < bytes.Length)
        {
            switch (bytes[at])
            {
                case (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n':
                    at++;
                    break;
                case (byte)'/':
                    at = EndOfComment(at);
                    break;
                default:
                    return bytes[at] == (byte)',' ? at : null;
            }
        }

        return null;
    }

    private int EndOfComment(int at) => bytes[at + 1] == (byte)'*'
        ? at + 2 + bytes.AsSpan(at + 2).IndexOf("*/"u8) + 2
        : EndOfText(at);

    private int EndOfText(int at)
    {
        var length = bytes.AsSpan(at).IndexOfAny((byte)'\r', (byte)'\n');
        return length < 0 ? bytes.Length : at + length;
    }

    private int LineStart(int at) => bytes.AsSpan(0, at).LastIndexOf((byte)'\n') + 1;

    private int LineEnd(int at)
    {
        var length = bytes.AsSpan(at).IndexOf((byte)'\n');
        return length < 0 ? bytes.Length : at + length + 1;
    }

    private bool OnlyBlanks(int from, int until) => bytes.AsSpan(from, until - from).IndexOfAnyExcept(" \t\r\n"u8) < 0;

    private bool IsFirstOnLine(int at) => OnlyBlanks(LineStart(at), at);

    private string IndentAt(int at)
    {
        var start = LineStart(at);
        var line = bytes.AsSpan(start, at - start);
        var blanks = line.IndexOfAnyExcept(" \t"u8);
        return Encoding.UTF8.GetString(blanks < 0 ? line : line[..blanks]);
    }

    private string NewLine => bytes.AsSpan().IndexOf("\r\n"u8) >= 0 ? "\r\n" : "\n";

    private string Indented(string item, string indent) => indent + item.Replace("\n", NewLine + indent, StringComparison.Ordinal);

    private CommentedJson Spliced(params ReadOnlySpan<(int At, int Length, string Text)> changes)
    {
        using var text = new MemoryStream();
        var at = 0;
        foreach (var (start, length, with) in changes.ToArray().OrderBy(change => change.At))
        {
            text.Write(bytes, at, start - at);
            text.Write(Encoding.UTF8.GetBytes(with));
            at = start + length;
        }

        text.Write(bytes, at, bytes.Length - at);
        return new(text.ToArray());
    }

    private Span Require(string place) => Find(place) ?? throw new ArgumentException($"There is nothing at {place}.", nameof(place));

    private Span? Find(string place)
    {
        var found = root;
        foreach (var step in place.Replace("[", ".[", StringComparison.Ordinal).Split('.', StringSplitOptions.RemoveEmptyEntries))
        {
            found = step[0] == '['
                ? found?.Children.ElementAtOrDefault(int.Parse(step.AsSpan(1, step.Length - 2), System.Globalization.CultureInfo.InvariantCulture))
                : found?.Children.FirstOrDefault(child => child.Name == step);
        }

        return found;
    }

    private static Span Parse(byte[] bytes)
    {
        var reader = new Utf8JsonReader(bytes, Reading);
        reader.Read();
        return Parse(ref reader, null, (int)reader.TokenStartIndex);
    }

    private static Span Parse(ref Utf8JsonReader reader, string? name, int start)
    {
        var (at, kind) = ((int)reader.TokenStartIndex, reader.TokenType switch { JsonTokenType.StartObject => '{', JsonTokenType.StartArray => '[', _ => ' ' });
        var children = new List<Span>();
        while (kind != ' ' && reader.Read() && reader.TokenType is not (JsonTokenType.EndObject or JsonTokenType.EndArray))
        {
            var (childStart, childName) = ((int)reader.TokenStartIndex, kind == '{' ? reader.GetString() : null);
            if (kind == '{')
                reader.Read();
            children.Add(Parse(ref reader, childName, childStart));
        }

        return new(name, start, at, (int)reader.BytesConsumed, kind, children);
    }

    private static readonly JsonSerializerOptions Plain = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A value and its place; a member of an object begins with its name.</summary>
    private sealed record Span(string? Name, int Start, int ValueStart, int End, char Kind, IReadOnlyList<Span> Children);
}
