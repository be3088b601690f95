namespace PartnerOffice.Core;

/// <summary>Minutes before their meeting.</summary>
/// <param name="Tables">The tables that lie ready in agenda items.</param>
/// <param name="Assumed">What nobody said and a person should look at.</param>
public sealed record MinutesDraft(Minutes Content, IReadOnlyDictionary<EntryId, DraftTables> Tables, IReadOnlyList<Bilingual> Assumed);
