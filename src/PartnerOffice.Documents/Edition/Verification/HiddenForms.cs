using System.Buffers;
using System.Collections.Frozen;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace PartnerOffice.Documents.Edition;

/// <summary>Everything that bytes or a string can be read as.</summary>
/// <remarks>
/// What was decoded is looked at again, so that base 64 of UTF-16 or an entity inside a percent form is found as well.
/// A form is only tried where its own characters stand, which in an ordinary part is nowhere.
/// </remarks>
internal sealed partial class HiddenForms(SearchForms forms, FrozenSet<string>? ordinaryWords = null)
{
    private const int Deepest = 2;

    // Four letters in base 64 with its padding, and in hexadecimal.
    private const int ShortestRun = 8;

    // What has fewer is noise without doubt: a word to be found in it has eight, and not all of them umlauts.
    private const int FewestLetters = 5;

    // Room for it is taken on the stack.
    private const int Short = 256;

    private static readonly SearchValues<char> Base64Alphabet =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/-_");

    private static readonly SearchValues<char> Directions = SearchValues.Create("\u200F\u202B\u202E\u2067\u2068");
    private static readonly sbyte[] Base64Values = BuildBase64Values();

    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>>? ordinary =
        ordinaryWords?.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Hands each reading of the bytes to <paramref name="take"/>.</summary>
    public void Of(ReadOnlySpan<byte> bytes, Taker take) => Of(bytes, take, 0);

    /// <summary>Hands each reading of the text to <paramref name="take"/>.</summary>
    public void Of(string text, Taker take) => Of(text, take, 0);

    /// <summary>Takes one reading; one that is <paramref name="isDoubtful"/> may be no text at all, and short words are there by chance.</summary>
    public delegate void Taker(string text, bool isDoubtful);

    private void Of(ReadOnlySpan<byte> bytes, Taker take, int depth)
    {
        var text = Encoding.UTF8.GetString(bytes);
        Of(text, take, depth);

        if (Has(SearchForms.Latin1) && depth == 0 && text.Contains('\uFFFD', StringComparison.Ordinal))
            Of(Encoding.Latin1.GetString(bytes), take, depth);

        // Latin letters in UTF-16 always have a byte of zero, which no XML part in UTF-8 has.
        if (!Has(SearchForms.Utf16) || !bytes.Contains((byte)0))
            return;

        for (var offset = 0; offset < 2 && offset < bytes.Length; offset++)
        {
            Of(Encoding.Unicode.GetString(bytes[offset..]), take, depth);
            Of(Encoding.BigEndianUnicode.GetString(bytes[offset..]), take, depth);
        }
    }

    private void Of(string text, Taker take, int depth)
    {
        if (Has(SearchForms.Plain) || depth > 0)
            take(text, false);
        if (depth >= Deepest)
            return;

        if (Has(SearchForms.Entities) && text.Contains('&', StringComparison.Ordinal))
            Of(WebUtility.HtmlDecode(text), take, depth + 1);
        if (Has(SearchForms.Percent) && PercentByte().IsMatch(text))
            Of(PercentDecoded(text), take, depth + 1);
        if (Has(SearchForms.Backslash) && text.Contains("\\u", StringComparison.OrdinalIgnoreCase))
            Of(BackslashCharacter().Replace(text, match => ((char)Hexadecimal(match.Groups[1].Value)).ToString()), take, depth + 1);
        if (Has(SearchForms.Reversed) && text.AsSpan().ContainsAny(Directions))
            Of(new string([.. text.Reverse()]), take, Deepest);
        if (Has(SearchForms.Hexadecimal))
            HexadecimalRuns(text, take, depth);
        if (Has(SearchForms.Base64))
            Base64Runs(text, take, depth);
    }

    private static string PercentDecoded(string text)
    {
        // Lines of mail that end in "=" go on in the next one.
        var joined = text.Replace("=\r\n", "", StringComparison.Ordinal).Replace("=\n", "", StringComparison.Ordinal);
        return PercentBytes().Replace(joined, run => Encoding.UTF8.GetString(
            [.. run.Value.Chunk(3).Select(digits => (byte)Hexadecimal(digits.AsSpan(1)))]));
    }

    private void HexadecimalRuns(string text, Taker take, int depth)
    {
        var noise = new StringBuilder();
        foreach (var run in HexadecimalRun().EnumerateMatches(text))
        {
            var digits = text.AsSpan(run.Index, run.Length & ~1);
            var bytes = new byte[digits.Length / 2];
            for (var i = 0; i < bytes.Length; i++)
                bytes[i] = (byte)Hexadecimal(digits.Slice(i * 2, 2));
            Decoded(bytes, take, depth, noise);
        }

        if (noise.Length > 0)
            take(noise.ToString(), true);
    }

    private void Base64Runs(string text, Taker take, int depth)
    {
        // Most runs are ordinary words and decode to noise, which is searched in one go.
        var noise = new StringBuilder();
        var rest = text.AsSpan();
        while (rest.IndexOfAny(Base64Alphabet) is >= 0 and var start)
        {
            rest = rest[start..];
            var length = EndOfRun(rest);
            var run = rest[..length];
            rest = rest[length..];
            var padded = length + (rest.StartsWith("==") ? 2 : rest.StartsWith("=") ? 1 : 0);
            if (padded >= ShortestRun && ordinary?.Contains(run) != true)
                Base64Run(run, take, depth, noise);
        }

        if (noise.Length > 0)
            take(noise.ToString(), true);
    }

    // Mail breaks base 64 into lines, which go on one run.
    private static int EndOfRun(ReadOnlySpan<char> text)
    {
        var end = 0;
        while (true)
        {
            var more = text[end..].IndexOfAnyExcept(Base64Alphabet);
            if (more < 0)
                return text.Length;
            end += more;
            var line = text[end..];
            var skip = line.StartsWith("\r\n") ? 2 : line.StartsWith("\n") ? 1 : 0;
            if (skip == 0 || more == 0 || end + skip >= text.Length || !Base64Alphabet.Contains(text[end + skip]))
                return end;
            end += skip;
        }
    }

    private void Base64Run(ReadOnlySpan<char> run, Taker take, int depth, StringBuilder noise)
    {
        Span<byte> sextets = run.Length <= Short ? stackalloc byte[Short] : new byte[run.Length];
        Span<byte> room = run.Length <= Short ? stackalloc byte[Short] : new byte[run.Length];
        var count = 0;
        foreach (var c in run)
        {
            if (Base64Values[c] >= 0)
                sextets[count++] = (byte)Base64Values[c];
        }

        // The run may begin with characters of something else, so the groups of four may begin at any of four places.
        for (var offset = 0; offset < 4 && offset + 1 < count; offset++)
            Decoded(Packed(sextets[offset..count], room), take, depth, noise);
    }

    private static ReadOnlySpan<byte> Packed(ReadOnlySpan<byte> sextets, Span<byte> bytes)
    {
        var buffer = 0u;
        var bits = 0;
        var at = 0;
        foreach (var sextet in sextets)
        {
            buffer = (buffer << 6) | sextet;
            bits += 6;
            if (bits >= 8)
            {
                bits -= 8;
                bytes[at++] = (byte)(buffer >> bits);
            }
        }

        return bytes[..at];
    }

    private void Decoded(ReadOnlySpan<byte> bytes, Taker take, int depth, StringBuilder noise)
    {
        var isText = IsText(bytes);
        if (!isText && !bytes.Contains((byte)0))
        {
            if (Letters(bytes) < FewestLetters)
                return;

            Span<char> characters = bytes.Length <= Short ? stackalloc char[Short] : new char[bytes.Length];
            noise.Append(characters[..Encoding.UTF8.GetChars(bytes, characters)]).Append('\n');
            return;
        }

        Of(bytes, isText ? take : (text, _) => take(text, true), depth + 1);
    }

    private static int Letters(ReadOnlySpan<byte> bytes)
    {
        var count = 0;
        foreach (var value in bytes)
            count += char.IsAsciiLetterOrDigit((char)value) ? 1 : 0;
        return count;
    }

    private static bool IsText(ReadOnlySpan<byte> bytes) =>
        System.Text.Unicode.Utf8.IsValid(bytes) && bytes.IndexOfAnyInRange((byte)0, (byte)8) < 0 && bytes.IndexOfAnyInRange((byte)14, (byte)31) < 0;

    private static int Hexadecimal(ReadOnlySpan<char> digits) => int.Parse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);

    private static sbyte[] BuildBase64Values()
    {
        var values = Enumerable.Repeat((sbyte)-1, 128).ToArray();
        const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        for (var i = 0; i < Alphabet.Length; i++)
            values[Alphabet[i]] = (sbyte)i;
        (values['-'], values['_']) = (values['+'], values['/']);
        return values;
    }

    private bool Has(SearchForms form) => (forms & form) != 0;

    [GeneratedRegex("[%=][0-9A-Fa-f]{2}", RegexOptions.CultureInvariant)]
    private static partial Regex PercentByte();

    [GeneratedRegex("(?:[%=][0-9A-Fa-f]{2})+", RegexOptions.CultureInvariant)]
    private static partial Regex PercentBytes();

    [GeneratedRegex(@"\\[uU]([0-9A-Fa-f]{4})", RegexOptions.CultureInvariant)]
    private static partial Regex BackslashCharacter();

    [GeneratedRegex("[0-9A-Fa-f]{8,}", RegexOptions.CultureInvariant)]
    private static partial Regex HexadecimalRun();
}
