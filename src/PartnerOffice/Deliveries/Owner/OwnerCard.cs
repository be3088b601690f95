using System.Text.Json;

namespace PartnerOffice.Deliveries;

/// <summary>What the owner tells other processes on its data directory: who it is and where its sandbox answers.</summary>
/// <param name="Graph">The embedded sandbox's root for Graph; null where the real Graph is used.</param>
/// <param name="Authority">Where the sandbox signs people and programs in.</param>
/// <param name="Certificate">The certificate to trust there, in PEM. No secret.</param>
public sealed record OwnerCard(int ProcessId, DateTimeOffset Since, Uri? Graph, Uri? Authority, string? Certificate)
{
    private const string FileName = "owner.json";

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>The card that lies in the data directory; null where there is none. Its writer may be gone.</summary>
    public static OwnerCard? Read(string dataDirectory)
    {
        var path = Path.Combine(dataDirectory, FileName);
        return File.Exists(path) ? JsonSerializer.Deserialize<OwnerCard>(File.ReadAllText(path), Options) : null;
    }

    internal void Write(string dataDirectory)
    {
        var path = Path.Combine(dataDirectory, FileName);
        var temporary = $"{path}.{ProcessId}";
        File.WriteAllText(temporary, JsonSerializer.Serialize(this, Options));
        File.Move(temporary, path, overwrite: true);
    }
}
