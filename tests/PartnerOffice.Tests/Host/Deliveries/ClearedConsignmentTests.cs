using System.Text.Json;
using System.Text.Json.Nodes;
using PartnerOffice.Deliveries;
using PartnerOffice.Documents.Edition;
using PartnerOffice.Tests.Support;
using PartnerOffice.Tests.Support.Canaries;
using Xunit;

namespace PartnerOffice.Tests.Host.Deliveries;

/// <summary>Nothing reaches the ledger that the search has not seen: no text of a consignment is forgotten.</summary>
public sealed class ClearedConsignmentTests : IDisposable
{
    private const string Canary = "Zauberkanarie";

    // Ids of the partnership, digests, addresses of the receivers and the edition, which the verifier has seen: nothing of the minutes' words.
    private static readonly HashSet<string> NoTexts = new(["Partnership", "From", "To", "ContentDigest", "Bytes", "Sha256", "Meeting", "Delivery", "Table", "Version", "LinkColumn", "DeliveredOnColumn", "Key", "date", "Kind", "Topic", "RemovedName"], StringComparer.OrdinalIgnoreCase);

    private readonly DeliveryWorld world = new();

    public void Dispose() => world.Dispose();

    [Fact]
    public void Every_text_of_a_consignment_passes_the_search()
    {
        var search = LeakSearch.For(EditionSample.Withholding(Canary));
        var plain = JsonNode.Parse(ConsignmentJson.Write(world.Consignment()))!;
        var places = Texts(plain, "").ToList();

        Assert.True(places.Count >= 6, string.Join(", ", places));
        foreach (var place in places)
        {
            var planted = plain.DeepClone();
            Plant(planted, place);
            var consignment = ConsignmentJson.Read(JsonSerializer.SerializeToUtf8Bytes(planted));

            Assert.True(Record.Exception(() => ClearedConsignment.Clear(consignment, search, CoverWords)) is LeakException, place);
        }
    }

    [Fact]
    public void A_consignment_without_a_withheld_word_is_cleared() =>
        Assert.Equal(world.Consignment().Delivery, ClearedConsignment.Clear(world.Consignment(), LeakSearch.For(EditionSample.Withholding(Canary)), CoverWords).Consignment.Delivery);

    private const string CoverWords = "Der Tracker folgt.";

    private static IEnumerable<string> Texts(JsonNode? node, string path) => node switch
    {
        JsonObject fields => fields.Where(field => !NoTexts.Contains(field.Key)).SelectMany(field => Texts(field.Value, $"{path}/{field.Key}")),
        JsonArray entries => entries.SelectMany((entry, index) => Texts(entry, $"{path}/{index}")),
        JsonValue value when value.TryGetValue<string>(out _) => [path],
        _ => [],
    };

    private static void Plant(JsonNode root, string path)
    {
        var steps = path.Split('/')[1..];
        var parent = steps[..^1].Aggregate(root, (node, step) => node is JsonArray array ? array[int.Parse(step, System.Globalization.CultureInfo.InvariantCulture)]! : node[step]!);
        var old = parent[steps[^1]]!.GetValue<string>();
        // Ids take no blanks and no capitals.
        parent[steps[^1]] = steps[^1] == "Minutes" ? Canary.ToLowerInvariant() : $"{old} {Canary}";
    }
}
