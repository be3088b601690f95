using System.Text;
using System.Text.Json;

namespace PartnerOffice.Core;

/// <summary>A JSON value that knows its line. <see cref="JsonDocument"/> forgets it, and a message without it helps nobody.</summary>
internal abstract record JsonAt(int Line)
{
    internal sealed record Object(int Line, IReadOnlyList<Member> Members) : JsonAt(Line);

    internal sealed record Array(int Line, IReadOnlyList<JsonAt> Items) : JsonAt(Line);

    internal sealed record Text(int Line, string Value) : JsonAt(Line);

    internal sealed record Number(int Line, string Raw) : JsonAt(Line);

    internal sealed record Flag(int Line, bool Value) : JsonAt(Line);

    internal sealed record Null(int Line) : JsonAt(Line);

    internal sealed record Member(string Name, int Line, JsonAt Value);

    /// <summary>Reads JSON with comments and trailing commas.</summary>
    /// <exception cref="JsonException">It is not JSON; the exception knows the line.</exception>
    public static JsonAt Parse(string json)
    {
        var utf8 = Encoding.UTF8.GetBytes(json.TrimStart('\uFEFF'));
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions
        {
            CommentHandling = JsonCommentHandling.Skip,
            AllowTrailingCommas = true,
            MaxDepth = 32,
        });
        var lines = new LineCounter(utf8);

        reader.Read();
        var root = Read(ref reader, ref lines);
        while (reader.Read())
        {
            // The reader itself refuses a second value.
        }

        return root;
    }

    private static JsonAt Read(ref Utf8JsonReader reader, ref LineCounter lines)
    {
        var line = lines.At(reader.TokenStartIndex);
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                var members = new List<Member>();
                while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
                {
                    var nameLine = lines.At(reader.TokenStartIndex);
                    var name = StringOf(ref reader, nameLine);
                    reader.Read();
                    members.Add(new(name, nameLine, Read(ref reader, ref lines)));
                }

                return new Object(line, members);
            case JsonTokenType.StartArray:
                var items = new List<JsonAt>();
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                {
                    items.Add(Read(ref reader, ref lines));
                }

                return new Array(line, items);
            case JsonTokenType.String:
                return new Text(line, StringOf(ref reader, line));
            case JsonTokenType.Number:
                return new Number(line, Encoding.UTF8.GetString(reader.ValueSpan));
            case JsonTokenType.True or JsonTokenType.False:
                return new Flag(line, reader.TokenType == JsonTokenType.True);
            default:
                return new Null(line);
        }
    }

    private static string StringOf(ref Utf8JsonReader reader, int line)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException broken)
        {
            // Half of a surrogate pair, written as an escape: JSON for the reader, no text for anybody.
            throw new JsonException(broken.Message, path: null, lineNumber: line - 1, bytePositionInLine: null, broken);
        }
    }

    /// <summary>Turns rising byte positions into lines, in one pass.</summary>
    private ref struct LineCounter(ReadOnlySpan<byte> utf8)
    {
        private readonly ReadOnlySpan<byte> utf8 = utf8;
        private int position;
        private int line = 1;

        public int At(long index)
        {
            line += utf8[position..(int)index].Count((byte)'\n');
            position = (int)index;
            return line;
        }
    }
}
