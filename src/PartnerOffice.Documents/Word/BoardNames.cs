using System.Xml.Linq;

namespace PartnerOffice.Documents.Word;

/// <summary>The boards that sat in a meeting, as people name them: "Steinfurt" for the district with the id "steinfurt" (R22).</summary>
internal sealed class BoardNames
{
    /// <summary>What stands before the name of a district.</summary>
    private const string Before = "Kreisverband ";

    private readonly Dictionary<string, string> names = new(StringComparer.Ordinal);

    private BoardNames(IEnumerable<(string Id, string Name)> boards)
    {
        foreach (var (id, name) in boards)
            names.TryAdd(id, ShortOf(name, id));
    }

    /// <summary>Whether more than one board sat: only then a part can be for one of them.</summary>
    public bool AreSeveral => names.Count > 1;

    public IEnumerable<string> All => names.Values;

    /// <summary>The boards of minutes that are about to be written.</summary>
    /// <param name="known">The names of the districts by id; where nobody says one, the id stands for it.</param>
    public static BoardNames Of(Core.Minutes minutes, IReadOnlyDictionary<string, string> known) =>
        new(minutes.Boards.Select(board => (board.District, known.GetValueOrDefault(board.District, board.District))));

    /// <summary>The boards of a document: the lines of their quorum name them.</summary>
    public static BoardNames In(WordSource source)
    {
        var reader = new LineReader(source, _ => { });
        return new(source.Body.Descendants(W.Control)
            .Where(control => control.TagOf()?.StartsWith(Tags.BoardPrefix, StringComparison.Ordinal) == true)
            .Select(block => (block.TagOf()![Tags.BoardPrefix.Length..], NameIn(block, reader))));
    }

    public string NameOf(string id) => names.GetValueOrDefault(id, id);

    /// <summary>The id of the board that is meant; null where it is none of them, or could be more than one.</summary>
    public string? IdOf(string? name)
    {
        var wanted = name?.Trim() ?? "";
        if (wanted.StartsWith(Before, StringComparison.OrdinalIgnoreCase))
            wanted = wanted[Before.Length..].Trim();
        var found = names.Where(board => Same(board.Key, wanted) || Same(board.Value, wanted)).Select(board => board.Key).ToList();
        return found is [var only] ? only : null;
    }

    public bool Knows(string id) => names.ContainsKey(id);

    // "Die Linke. Kreisverband Steinfurt, Leitung Anna Beispiel: …": the words before the chair's control.
    private static string NameIn(XElement block, LineReader reader)
    {
        var chair = block.Descendants(W.Control).FirstOrDefault(control => control.TagOf() == Tags.BoardChair);
        if (chair?.Ancestors(W.Paragraph).FirstOrDefault() is not { } line)
            return "";

        var words = reader.Text(new XElement(W.Paragraph, line.Elements().TakeWhile(element => element != chair && !element.Descendants().Contains(chair)))).Trim();
        var comma = words.LastIndexOf(", Leitung", StringComparison.OrdinalIgnoreCase);
        return comma < 0 ? words : words[..comma];
    }

    private static string ShortOf(string name, string id)
    {
        var at = name.LastIndexOf(Before, StringComparison.Ordinal);
        var words = (at < 0 ? name : name[(at + Before.Length)..]).Trim();
        return words.Length == 0 ? id : words;
    }

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
