using System.IO.Compression;
using System.Text.RegularExpressions;
using Xunit;

namespace PartnerOffice.Tests.Browser;

/// <summary>What the pane costs on the wire, in bytes after brotli. In the back room of an inn there is one bar of mobile network.</summary>
public sealed partial class PaneSizeTests
{
    private const int FirstLoad = 25_000;

    /// <summary>With what is fetched right after the first look; without Microsoft's library and the English sentences.</summary>
    private const int AllTogether = 32_000;

    private static readonly string Root = Path.Combine(AppContext.BaseDirectory, "wwwroot");

    [Theory]
    [InlineData("word", FirstLoad, AllTogether)]
    [InlineData("outlook", 17_000, 18_500)]
    public void The_pane_is_small(string pane, int firstLoad, int allTogether)
    {
        var page = Path.Combine(Root, "app", pane, "taskpane.html");
        Assert.SkipUnless(File.Exists(page), "The panes were not built: install Node.js 20.19 or newer and build again");

        var first = Closure(InPage().Matches(File.ReadAllText(page)).Select(match => Path.GetFileName(match.Groups[1].Value)), StaticImport());
        var all = Closure(first, AnyImport());

        Assert.Contains(first, name => name.EndsWith(".js", StringComparison.Ordinal));
        Assert.Contains(first, name => name.EndsWith(".css", StringComparison.Ordinal));
        // What must not wait for anybody to sign in is there from the start; what is not for everybody comes only when it is asked for.
        Assert.DoesNotContain(first, IsForFew);
        Assert.Contains(all, IsForFew);
        Assert.True(Size(first) <= firstLoad, $"The first load is {Size(first)} bytes; {Listed(first)}");
        var own = all.Where(name => !IsForFew(name)).ToList();
        Assert.True(Size(own) <= allTogether, $"All together is {Size(own)} bytes; {Listed(own)}");
    }

    private static bool IsForFew(string name) => name.StartsWith("msal-", StringComparison.Ordinal) || name.StartsWith("texts.en-", StringComparison.Ordinal);

    private static List<string> Closure(IEnumerable<string> names, Regex imports)
    {
        var found = names.Distinct().ToList();
        for (var at = 0; at < found.Count; at++)
            found.AddRange(imports.Matches(File.ReadAllText(PathOf(found[at]))).Select(match => match.Groups[1].Value).Where(name => !found.Contains(name)).Distinct().ToList());
        return found;
    }

    private static int Size(IEnumerable<string> names) => names.Sum(Size);

    private static int Size(string name)
    {
        var bytes = File.ReadAllBytes(PathOf(name));
        var packed = new byte[BrotliEncoder.GetMaxCompressedLength(bytes.Length)];
        Assert.True(BrotliEncoder.TryCompress(bytes, packed, out var size, quality: 11, window: 22));
        return size;
    }

    private static string Listed(IEnumerable<string> names) => string.Join(", ", names.Select(name => $"{name} {Size(name)}"));

    private static string PathOf(string name) => Path.Combine(Root, "app", "assets", name);

    [GeneratedRegex("(?:src|href)=\"/app/assets/([^\"]+)\"")]
    private static partial Regex InPage();

    [GeneratedRegex("(?:from|import) ?[\"'`]\\./([^\"'`]+)[\"'`]")]
    private static partial Regex StaticImport();

    [GeneratedRegex("[\"'`]\\./([^\"'`]+\\.(?:js|css))[\"'`]")]
    private static partial Regex AnyImport();
}
