using System.Text.Json.Nodes;
using PartnerOffice.CommandLine;
using PartnerOffice.Core;
using PartnerOffice.Deliveries;

namespace PartnerOffice.Features.Sharing;

/// <summary>"Wer das Protokoll hatte", for programs and people: the own board by name, the other in a number, nobody's address (R11, R13).</summary>
internal static class HolderWords
{
    /// <param name="own">The district that takes back.</param>
    public static Bilingual Of(HolderNote note, DistrictId own)
    {
        var people = note.Holders.Concat(note.ByPost).ToList();
        var (german, english) = note.District.Id == own
            ? (string.Join(", ", people.Select(person => person.Name)), string.Join(", ", people.Select(person => person.Name)))
            : ($"{people.Count} Personen", $"{people.Count} people");
        return note.IsLaid
            ? new($"Wer das Protokoll hatte ({note.District.ShortName}): {german}. Ein Entwurf an genau diese liegt in dessen Postfach.", $"Who had the minutes ({note.District.ShortName}): {english}. A draft to exactly these lies in its mailbox.")
            : new($"Wer das Protokoll hatte ({note.District.ShortName}): {german}. Kein Entwurf liegt bereit; bitte benachrichtigen.", $"Who had the minutes ({note.District.ShortName}): {english}. No draft lies ready; please tell them.");
    }

    public static JsonNode Json(IReadOnlyList<HolderNote> notes, DistrictId own) => Answer.Node(notes.Select(note => new
    {
        district = note.District.Id.ToString(),
        count = note.Holders.Count + note.ByPost.Count,
        people = note.District.Id == own ? note.Holders.Select(person => new { id = person.Id.ToString(), name = person.Name }) : [],
        byPost = note.District.Id == own ? note.ByPost.Select(person => new { id = person.Id.ToString(), name = person.Name }) : [],
        note.IsLaid,
    }));
}
