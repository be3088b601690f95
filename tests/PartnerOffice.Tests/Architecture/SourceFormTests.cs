using PartnerOffice.Tests.Support;
using Xunit;

namespace PartnerOffice.Tests.Architecture;

/// <summary>What the compiler does not hold of the code's form.</summary>
public sealed class SourceFormTests
{
    [Fact]
    public void Directives_stand_in_the_order_of_the_alphabet_with_System_first()
    {
        var disordered = new List<string>();
        foreach (var file in Sources())
        {
            var directives = File.ReadLines(file).TakeWhile(line => !line.StartsWith("namespace ", StringComparison.Ordinal))
                .Where(line => line.StartsWith("using ", StringComparison.Ordinal) && !line.Contains('=') && !line.StartsWith("using static", StringComparison.Ordinal))
                .Select(line => line["using ".Length..].TrimEnd(';')).ToList();
            if (!directives.SequenceEqual(directives.OrderBy(name => name == "System" || name.StartsWith("System.", StringComparison.Ordinal) ? 0 : 1).ThenBy(name => name, StringComparer.OrdinalIgnoreCase)))
                disordered.Add(file);
        }

        Assert.Empty(disordered);
    }

    [Fact]
    public void Files_end_with_one_line_end_and_begin_without_a_mark() =>
        Assert.All(Sources(), file =>
        {
            var bytes = File.ReadAllBytes(file);
            Assert.False(bytes is [0xEF, 0xBB, 0xBF, ..] || bytes[^1] != '\n' || bytes[^2] == '\n', file);
        });

    private static IEnumerable<string> Sources() =>
        from room in (string[])["src", "tests"]
        from file in Directory.EnumerateFiles(Repository.PathOf(room), "*.cs", SearchOption.AllDirectories)
        let path = Path.GetRelativePath(Repository.Root, file).Split(Path.DirectorySeparatorChar)
        where !path.Contains("obj") && !path.Contains("bin") && !path.Contains("Migrations") && !path.Contains("node_modules")
        select file;
}
