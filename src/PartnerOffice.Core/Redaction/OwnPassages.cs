namespace PartnerOffice.Core;

/// <summary>The passages of a joint meeting's minutes that are the reader's own, and how the reader's copy names them (R22).</summary>
/// <param name="reader">The id of the district whose board reads.</param>
/// <param name="name">What it is called after "Kreisvorstand".</param>
/// <param name="around">Whose the agenda item is in which they lie; null for one that both read.</param>
internal sealed class OwnPassages(string reader, string name, string? around)
{
    public string Begin => $"Nur für den Kreisvorstand {name}:";

    public string End => $"Ende der Stelle nur für den Kreisvorstand {name}.";

    public string Inline => $"nur für den Kreisvorstand {name}:";

    public bool Has(string? board) => IsOwn(reader, board, around);

    /// <summary>Whether a part for one board alone is the reader's: it says so, or lies without another word in an item that is.</summary>
    public static bool IsOwn(string? reader, string? board, string? around) =>
        reader is not null && (board ?? around) == reader && (around is null || around == reader);
}
