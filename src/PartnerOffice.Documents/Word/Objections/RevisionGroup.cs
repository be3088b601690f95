using System.Text;
using System.Xml.Linq;

namespace PartnerOffice.Documents.Word;

/// <summary>Tracked changes of one author that stand together: for people one change.</summary>
internal sealed class RevisionGroup(string author, DateTimeOffset? at, bool isFormat)
{
    private readonly StringBuilder old = new();
    private readonly StringBuilder added = new();

    public string Author => author;

    public DateTimeOffset? At => at;

    public bool IsFormat => isFormat;

    /// <summary>The changes, in the document's order.</summary>
    public List<XElement> Marks { get; } = [];

    /// <summary>What only delimits a move, and goes with it.</summary>
    public List<XElement> Borders { get; } = [];

    /// <summary>The name that joins the two ends of a move; null for anything else.</summary>
    public string? Move { get; set; }

    public string Old => old.ToString().Trim();

    public string New => added.ToString().Trim();

    public ObjectionKind Kind =>
        Move is not null && Marks.Exists(mark => mark.Name.LocalName == "moveFrom") && Marks.Exists(mark => mark.Name.LocalName == "moveTo") ? ObjectionKind.Move
        : isFormat || Marks.TrueForAll(RevisionMarks.IsFormat) ? ObjectionKind.Formatting
        : Marks.Where(mark => !RevisionMarks.IsFormat(mark)).All(RevisionMarks.TakesAway) ? ObjectionKind.Deletion
        : Marks.Where(mark => !RevisionMarks.IsFormat(mark)).Any(RevisionMarks.TakesAway) ? ObjectionKind.Replacement
        : ObjectionKind.Insertion;

    public void SayOld(string words) => old.Append(words);

    public void SayNew(string words) => added.Append(words);

    /// <summary>Takes the other end of a move in.</summary>
    public void Join(RevisionGroup other)
    {
        Marks.AddRange(other.Marks);
        Borders.AddRange(other.Borders);
        old.Append(other.old);
        added.Append(other.added);
    }
}
