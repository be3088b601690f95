using PartnerOffice.Core;

namespace PartnerOffice.Tests.Support;

/// <summary>The sample partnership file, as text and read.</summary>
internal static class PartnershipSample
{
    public const string FileName = "partnership.json";

    public static string Json { get; } = File.ReadAllText(Repository.PathOf($"tests/PartnerOffice.Tests/Samples/{FileName}"));

    public static Partnership Read() => PartnershipFile.Parse(Json, FileName);
}
