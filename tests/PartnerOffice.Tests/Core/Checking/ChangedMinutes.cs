using System.Text.Json;
using System.Text.Json.Nodes;
using PartnerOffice.Core;
using PartnerOffice.Tests.Support;

namespace PartnerOffice.Tests.Core.Checking;

/// <summary>The changed samples: each is the sample with a JSON Patch, and the findings it must have, no more and no fewer.</summary>
internal sealed record ChangedMinutes(string File, string Rule, string Why, IReadOnlyList<ChangedMinutes.Raised> Raises, IReadOnlyList<string>? Known)
{
    public const string Folder = "changed";

    /// <summary>After everything that the sample records, its approval included.</summary>
    public static readonly DateOnly Today = new(2026, 9, 1);

    public static IReadOnlyList<ChangedMinutes> All { get; } =
        JsonSerializer.Deserialize<List<ChangedMinutes>>(Samples.Read(Path.Combine(Folder, "index.json")), JsonSerializerOptions.Web)!;

    public static ChangedMinutes Of(string file) => All.Single(changed => changed.File == file);

    public Minutes Minutes() => MinutesJson.Parse(
        JsonPatch.Apply(JsonNode.Parse(Samples.MinutesText)!, JsonNode.Parse(Samples.Read(Path.Combine(Folder, File)))!.AsArray()).ToJsonString());

    public IReadOnlyList<Finding> Check()
    {
        var minutes = Minutes();
        var known = (Known ?? []).Select(file => KnownMinutes.Of(MinutesJson.Parse(Samples.Read(file))));
        return MinutesCheck.Run(minutes, CheckContext.For(minutes, PartnershipSample.Read(), Today) with { Known = [.. known] });
    }

    internal sealed record Raised(string Rule, string Weight, string Place)
    {
        public static Raised Of(Finding finding) => new(finding.Rule, KebabWord.Of(finding.Weight), finding.Place);
    }
}
