namespace PartnerOffice.Core;

/// <summary>Minutes before their meeting.</summary>
/// <param name="Tables">The tables that lie ready in agenda items.</param>
/// <param name="Assumed">What nobody said and a person should look at.</param>
public sealed record MinutesDraft(Minutes Content, IReadOnlyDictionary<EntryId, DraftTables> Tables, IReadOnlyList<Bilingual> Assumed)
{
    /// <summary>The partner's minutes that can be ticked under an agenda item as taken note of: nobody did yet.</summary>
    public IReadOnlyDictionary<EntryId, IReadOnlyList<MinutesId>> Offered { get; init; } = new Dictionary<EntryId, IReadOnlyList<MinutesId>>();
}
