using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using PartnerOffice.Core;

namespace PartnerOffice.Features.People;

/// <summary>What would change among the people and what follows from it: what a person sees before they confirm it.</summary>
/// <param name="After">The partnership as it would be.</param>
internal sealed record PeoplePreview(StoredPartnership Stored, Partnership After, IReadOnlyList<PeopleChange> Changes, IReadOnlyList<Consequence> Consequences)
{
    /// <summary>Stands for exactly this: this file, these changes, these consequences. A confirmation names it.</summary>
    public string Digest { get; } = DigestOf(Stored, Changes, Consequences);

    private static string DigestOf(StoredPartnership stored, IReadOnlyList<PeopleChange> changes, IReadOnlyList<Consequence> consequences)
    {
        var seen = new[] { stored.Digest, JsonSerializer.Serialize(changes.Select(PeopleChangeJson.Of), PeopleChangeJson.Form) }.Concat(consequences.Select(one => one.Sentence.German));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', seen))));
    }
}
