using PartnerOffice.Core;

namespace PartnerOffice.Documents.Word;

/// <summary>What the form is filled for: finished minutes, a draft before the meeting, or the partner's copy.</summary>
internal sealed record FillingMode
{
    public bool IsEdition { get; init; }

    public bool IsDraft { get; init; }

    /// <summary>Whether it is printed to be signed: what a pen writes is left empty.</summary>
    public bool IsForPen { get; init; }

    /// <summary>People of whom nobody has entered whether they were there; null for everybody in a draft, and nobody else.</summary>
    public IReadOnlySet<string>? NotEntered { get; init; }

    /// <summary>The names of the districts by id; where nobody says one, the id stands for it.</summary>
    public IReadOnlyDictionary<string, string> DistrictNames { get; init; } = new Dictionary<string, string>();

    /// <summary>The partner's minutes that a draft's agenda items offer to tick as taken note of.</summary>
    public IReadOnlyDictionary<EntryId, IReadOnlyList<MinutesId>> Offered { get; init; } = new Dictionary<EntryId, IReadOnlyList<MinutesId>>();

    /// <summary>The tables that lie ready in a draft's agenda items.</summary>
    public IReadOnlyDictionary<EntryId, DraftTables> OpenTables { get; init; } = new Dictionary<EntryId, DraftTables>();
}
