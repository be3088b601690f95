using System.Text;

namespace PartnerOffice.Documents.Edition;

/// <summary>A text as letters and digits only, with a note where words begin and from which place each stretch comes.</summary>
/// <remarks>
/// Without blanks, hyphens and marks, words that are split over runs, lines, hyphens or gender marks stand together again
/// ("Auf-\nnahme", "Schatzmeister*in"), so that one search finds them all.
/// </remarks>
internal sealed class FoldedText
{
    private const int Inflection = 5;

    // What a German word may end with and still be the same word.
    private static readonly string[] Endings = ["s", "es", "e", "en", "n", "er", "em", "ns", "in", "innen"];

    private static readonly byte[] Ascii = [.. Enumerable.Range(0, 128).Select(c => (byte)(char.IsAsciiLetterOrDigit((char)c) ? char.ToLowerInvariant((char)c) : 0))];

    private readonly List<(int Start, string Place)> places = [];
    private char[] letters;
    private bool[] starts;
    private bool atBorder = true;

    public FoldedText(int capacity = 256) => (letters, starts) = (new char[capacity], new bool[capacity]);

    public static FoldedText Of(ReadOnlySpan<char> text)
    {
        var folded = new FoldedText(text.Length + 16);
        folded.Append(text);
        return folded;
    }

    public int Length { get; private set; }

    public ReadOnlySpan<char> Letters => letters.AsSpan(0, Length);

    /// <summary>Whether a word begins at the letter, or the text ends there.</summary>
    public bool StartsAt(int index) => index >= Length || starts[index];

    /// <summary>Whether a word ends before the letter, or only an ending of inflection is left of it.</summary>
    public bool EndsAt(int index)
    {
        if (StartsAt(index))
            return true;

        var end = index + 1;
        while (end - index <= Inflection && !StartsAt(end))
            end++;

        var rest = letters.AsSpan(index, end - index);
        foreach (var ending in Endings)
        {
            if (rest.SequenceEqual(ending))
                return true;
        }

        return false;
    }

    /// <summary>What follows comes from this place.</summary>
    public void From(string place)
    {
        Break();
        places.Add((Length, place));
    }

    /// <summary>The place that the letter comes from.</summary>
    public string PlaceOf(int index)
    {
        var found = places.BinarySearch((index, ""), ByStart);
        return found >= 0 ? places[LastAt(found)].Place : ~found > 0 ? places[~found - 1].Place : "text";
    }

    /// <summary>A word ends here, whatever comes next.</summary>
    public void Break() => atBorder = true;

    public void Append(ReadOnlySpan<char> text)
    {
        Reserve(text.Length);
        var table = Ascii;
        var at = 0;
        while (at < text.Length)
        {
            var c = text[at];
            if (c < 128)
            {
                at++;
                if (table[c] == 0)
                    atBorder = true;
                else
                    Put((char)table[c]);
            }
            else
            {
                Rune.DecodeFromUtf16(text[at..], out var rune, out var length);
                at += length;
                Put(rune);
            }
        }
    }

    private void Put(Rune rune)
    {
        if (Length > 0 && !atBorder && Fold.IsUmlaut(letters[Length - 1], rune))
        {
            Put('e');
            return;
        }

        foreach (var letter in Fold.Of(rune))
        {
            if (letter == Fold.Border)
                atBorder = true;
            else
                Put(letter);
        }
    }

    private void Put(char letter)
    {
        if (Length == letters.Length)
            Reserve(Length);
        letters[Length] = letter;
        starts[Length++] = atBorder;
        atBorder = false;
    }

    private void Reserve(int more)
    {
        if (Length + more <= letters.Length)
            return;

        var size = Math.Max(Length + more, letters.Length * 2) + 16;
        Array.Resize(ref letters, size);
        Array.Resize(ref starts, size);
    }

    // Several places may begin at one letter when those before it were empty; the last of them holds it.
    private int LastAt(int found)
    {
        while (found + 1 < places.Count && places[found + 1].Start == places[found].Start)
            found++;
        return found;
    }

    private static readonly Comparer<(int Start, string Place)> ByStart = Comparer<(int Start, string Place)>.Create((left, right) => left.Start.CompareTo(right.Start));
}
