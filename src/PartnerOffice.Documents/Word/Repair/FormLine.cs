using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace PartnerOffice.Documents.Word.Repair;

/// <summary>A line of the standard form that holds values: its fixed words, and the controls between them.</summary>
/// <param name="Label">The words in the cell to the left; null for a line of text.</param>
internal sealed record FormLine(string? Label, IReadOnlyList<FormLine.Piece> Pieces)
{
    /// <summary>Fixed words, or a control with the words it lets people choose from.</summary>
    internal sealed record Piece(string? Words, string? Tag, string? Title, IReadOnlyList<string> Choices);

    private readonly Lazy<Regex> form = new(() => FormOf(Pieces));

    public IEnumerable<Piece> Controls => Pieces.Where(piece => piece.Tag is not null);

    /// <summary>Whether a control with this tag is in the line.</summary>
    public bool Has(string tag) => Pieces.Any(piece => piece.Tag == tag);

    public static FormLine? Of(string? label, XElement paragraph)
    {
        var pieces = new List<Piece>();
        foreach (var child in paragraph.Elements())
        {
            if (child.Name == W.Control && child.TagOf() is { } tag)
            {
                var properties = child.Element(W.ControlProperties)!;
                pieces.Add(new Piece(null, tag, properties.Element(W.Main + "alias").Val(), [.. properties.Descendants(W.Main + "listItem").Select(item => item.Attribute(W.Main + "displayText")?.Value ?? "")]));
            }
            else if (child.Name == W.Run)
            {
                pieces.Add(new Piece(child.Value, null, null, []));
            }
        }

        return pieces.Any(piece => piece.Tag is not null) ? new FormLine(label, pieces) : null;
    }

    /// <summary>The values in a line of a document, in the order of the controls; null when it is not this line.</summary>
    public IReadOnlyList<string>? ValuesIn(string text) =>
        form.Value.Match(text.Trim()) is { Success: true } match ? [.. match.Groups.Values.Skip(1).Select(group => group.Value.Trim())] : null;

    /// <summary>The value of one control of the line; null when it is not this line.</summary>
    public string? ValueIn(string text, string tag) => ValuesIn(text)?[Controls.ToList().FindIndex(control => control.Tag == tag)];

    private static Regex FormOf(IReadOnlyList<Piece> pieces)
    {
        var pattern = new StringBuilder("^");
        foreach (var piece in pieces)
        {
            if (piece.Words is { } words)
                pattern.Append(Regex.Replace(Regex.Escape(words).Replace("\\ ", " ", StringComparison.Ordinal), @"\s+|\d+", match => char.IsDigit(match.Value[0]) ? @"\d+" : @"\s*"));
            else if (piece.Choices.Count > 0)
                pattern.Append('(').Append(string.Join('|', piece.Choices.OrderByDescending(choice => choice.Length).Select(Regex.Escape))).Append(@"|[-–—]|)");
            else
                pattern.Append("(.*?)");
        }

        return new Regex(pattern.Append('$').ToString(), RegexOptions.IgnoreCase | RegexOptions.Singleline, TimeSpan.FromSeconds(1));
    }
}
