using PartnerOffice.Core;

namespace PartnerOffice.Tests.Support;

/// <summary>The sample partnership file, as text and read.</summary>
internal static class PartnershipSample
{
    public const string FileName = "partnership.json";

    /// <summary>The folder with the solution; what is shared lies beside it.</summary>
    public static string RepositoryRoot { get; } = Root();

    public static string Json { get; } = File.ReadAllText(Path.Combine(RepositoryRoot, "tests", "PartnerOffice.Tests", "Samples", FileName));

    public static Partnership Read() => PartnershipFile.Parse(Json, FileName);

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "PartnerOffice.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The tests run outside the repository.");
    }
}
