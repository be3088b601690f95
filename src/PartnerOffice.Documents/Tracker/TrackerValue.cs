using System.Globalization;
using System.Text;

namespace PartnerOffice.Documents.Tracker;

/// <summary>What a cell of the tracker says. Text stays text: nothing becomes a formula, a number or a date by itself.</summary>
public abstract record TrackerValue
{
    /// <summary>The longest text that an Excel cell holds, in UTF-16 units.</summary>
    public const int LongestText = 32_767;

    private TrackerValue()
    {
    }

    /// <summary>Words, whatever they look like: "=1+1", "+49", "1.1" and "07/2026" included.</summary>
    /// <remarks>An ISO date ("2026-07-14") in a column whose format is a date is written as that date.</remarks>
    public sealed record Text : TrackerValue
    {
        /// <exception cref="ArgumentException">Longer than <see cref="LongestText"/>.</exception>
        public Text(string value)
        {
            ArgumentNullException.ThrowIfNull(value);
            Value = Clean(value);
            if (Value.Length > LongestText)
                throw new ArgumentException($"A cell holds at most {LongestText} characters.", nameof(value));
        }

        public string Value { get; }

        /// <summary>Whether a board has decided it: then it is written into a column that is people's otherwise, over what they noted there (R9).</summary>
        public bool IsDecision { get; init; }

        public override string ToString() => Value;
    }

    /// <summary>A day; in the cell a serial number with the format of its column.</summary>
    public sealed record Day(DateOnly Value) : TrackerValue
    {
        public override string ToString() => Value.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture);
    }

    public sealed record Number : TrackerValue
    {
        /// <exception cref="ArgumentOutOfRangeException">Not a finite number.</exception>
        public Number(double value)
        {
            if (!double.IsFinite(value))
                throw new ArgumentOutOfRangeException(nameof(value), value, "A cell holds finite numbers.");
            Value = value;
        }

        public double Value { get; }

        public override string ToString() => Value.ToString("R", CultureInfo.InvariantCulture);
    }

    /// <summary>An address, written as text.</summary>
    /// <remarks>
    /// A clickable hyperlink needs a relationship, and the sheet's relationships are none of the parts that an update may change (D11);
    /// HYPERLINK() would be a formula made of text.
    /// </remarks>
    public sealed record Link : TrackerValue
    {
        /// <exception cref="ArgumentException">Neither https, http nor mailto.</exception>
        public Link(Uri target)
        {
            ArgumentNullException.ThrowIfNull(target);
            if (!target.IsAbsoluteUri || target.Scheme is not ("https" or "http" or "mailto"))
                throw new ArgumentException("A link of the tracker is an https, http or mailto address.", nameof(target));
            Target = target;
        }

        public Uri Target { get; }

        public override string ToString() => Target.AbsoluteUri;
    }

    /// <summary>Whether two cells say the same; a day and its serial number do, and so do an address and its text.</summary>
    public static bool Same(TrackerValue? one, TrackerValue? other) =>
        CellText.Same(one is Text { Value.Length: 0 } ? null : one, other is Text { Value.Length: 0 } ? null : other, since1904: false);

    /// <summary>NFC, line feeds only, no half characters: what Excel would give back.</summary>
    private static string Clean(string value)
    {
        StringBuilder? repaired = null;
        for (var i = 0; i < value.Length; i++)
        {
            if (char.IsHighSurrogate(value[i]) && i + 1 < value.Length && char.IsLowSurrogate(value[i + 1]))
                i++;
            else if (char.IsSurrogate(value[i]) || value[i] is '\uFFFE' or '\uFFFF')
                (repaired ??= new StringBuilder(value))[i] = '\uFFFD';
        }

        return (repaired?.ToString() ?? value)
            .Replace("\r\n", "\n", StringComparison.Ordinal)
            .Replace('\r', '\n')
            .Normalize(NormalizationForm.FormC);
    }
}
