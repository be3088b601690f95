namespace PartnerOffice.Api;

/// <summary>One objection and what becomes of it.</summary>
/// <param name="Objection">Its key, as the list names it.</param>
/// <param name="Answer">accept, reject or answer.</param>
internal sealed record SettledObjection(string Objection, Documents.Word.ObjectionAnswer Answer);
