using Xunit;

namespace PartnerOffice.Tests.Support;

/// <summary>Texts that were looked at once and must not change unseen. <c>PARTNEROFFICE_GOLDEN=write</c> writes them anew.</summary>
internal static class Golden
{
    public static void Match(string name, string actual)
    {
        var path = Path.Combine(Repository.Root, "tests", "PartnerOffice.Tests", "Golden", name);
        if (Environment.GetEnvironmentVariable("PARTNEROFFICE_GOLDEN") == "write")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, actual);
        }

        Assert.True(File.Exists(path), $"{path} is missing; PARTNEROFFICE_GOLDEN=write makes it.");
        Assert.Equal(File.ReadAllText(path).ReplaceLineEndings("\n"), actual.ReplaceLineEndings("\n"));
    }
}
