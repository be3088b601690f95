using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using PartnerOffice.Documents.Word;
using PartnerOffice.Tests.Support;
using PartnerOffice.Tests.Support.Canaries;
using Xunit;

namespace PartnerOffice.Tests.Host.CommandLine;

/// <summary>
/// What docs/wer-sieht-was.md promises of the service: it reads the board's document and writes nothing of it down. So whatever
/// happens to it on the way, no word of the document stands in any of its own files.
/// </summary>
public sealed partial class NothingOfTheSourceStaysTests : IDisposable
{
    // Planted where only the board reads; the rest of the document is searched for word by word.
    private const string Canary = "Zauberkanarie";

    private readonly TemporaryFolder folder = new();

    private string Data => folder.File("data");

    private string Temp => folder.File("temp");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task After_a_share_with_faults_and_crashes_no_word_of_the_document_stands_in_a_file_of_the_service()
    {
        var document = Document();
        var words = Words(document);
        Assert.Contains(Canary, words);
        Assert.InRange(words.Count, 50, 5000);
        var path = folder.File("protokoll.docx");
        await File.WriteAllBytesAsync(path, document, TestContext.Current.CancellationToken);
        Directory.CreateDirectory(Temp);
        // Already there: so the process itself makes what the first start makes.
        Directory.CreateDirectory(Data);
        await OfficeProcess.ReleaseWithAsync(arguments => OfficeProcess.RunWithAsync(Environment, arguments), path, Data);
        AssertNothingStays(words);

        // Killed as the ledger is made, killed when the tracker is laid, killed with the edition delivered and the tracker open in another program.
        await KillAsync(path, () => File.Exists(Path.Combine(Data, "ledger.db")));
        await KillAsync(path, () => InSandbox("*.xlsx") is not null);
        AssertNothingStays(words);
        var tracker = InSandbox("*.xlsx")!;
        var theirs = Path.Combine(Path.GetDirectoryName(tracker)!, $".~lock.{Path.GetFileName(tracker)}#");
        await File.WriteAllTextAsync(theirs, "", TestContext.Current.CancellationToken);
        await KillAsync(path, () => InSandbox("*.docx") is not null);
        AssertNothingStays(words);
        File.Delete(theirs);

        var last = await OfficeProcess.RunWithAsync(Environment, Arguments(path));

        Assert.True(last.ExitCode == 0, last.Output + last.Errors);
        Assert.Equal("delivered", last.Json().GetProperty("state").GetString());
        AssertNothingStays(words);
        // The search itself finds what is there: the partner's edition lies in the sandbox.
        Assert.NotEmpty(Directory.EnumerateFiles(Path.Combine(Data, "sandbox"), "*.docx", SearchOption.AllDirectories));
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public void A_word_that_stays_is_found_in_whatever_form(string encoding)
    {
        var file = folder.File("x.log");
        File.WriteAllBytes(file, [1, 2, 3, .. Encoding.GetEncoding(encoding).GetBytes($"Gesagt hat das {Canary.ToUpperInvariant()}.")]);

        Assert.Equal([Canary], Found(file, [Canary, "Seltenwort"]));
    }

    [Fact]
    public void A_word_in_a_package_that_stays_is_found()
    {
        var file = folder.File("x.bin");
        File.WriteAllBytes(file, Document());

        Assert.Contains(Canary, Found(file, [Canary]));
    }

    private IEnumerable<KeyValuePair<string, string>> Environment => [new("TMPDIR", Temp), new("TMP", Temp), new("TEMP", Temp)];

    private string[] Arguments(string path) => ["share", path, "--yes-to-all", "--data", Data, "--json"];

    private async Task KillAsync(string path, Func<bool> isSo)
    {
        await using var office = OfficeProcess.StartWith(Environment, Arguments(path));
        await office.KillOnceAsync(isSo);
    }

    private string? InSandbox(string pattern) => !Directory.Exists(Path.Combine(Data, "sandbox")) ? null : Directory
        .EnumerateFiles(Path.Combine(Data, "sandbox"), pattern, SearchOption.AllDirectories)
        .FirstOrDefault(file => !Path.GetRelativePath(Data, file).Split(Path.DirectorySeparatorChar).Any(part => part.StartsWith('.')));

    // Everything the process could write to: its data (ledger and its journal, secret, keys, logs, packages that wait) and the temporary files.
    private void AssertNothingStays(IReadOnlyList<string> words)
    {
        var own = Directory.EnumerateFiles(Data, "*", SearchOption.AllDirectories).Where(file => !file.StartsWith(Path.Combine(Data, "sandbox") + Path.DirectorySeparatorChar, StringComparison.Ordinal)).ToList();
        // A killed runtime leaves its pipes for debuggers; nothing lies in a pipe, and opening one would wait for ever.
        var temporary = Directory.EnumerateFiles(Temp, "*", SearchOption.AllDirectories).Where(file => new FileInfo(file).Length > 0).ToList();
        Assert.Contains(own, file => Path.GetFileName(file) == "ledger.db");
        var stays = own.Concat(temporary).SelectMany(file => Found(file, words).Select(word => $"{Path.GetRelativePath(folder.Path, file)}: {word}")).ToList();
        Assert.True(stays.Count == 0, string.Join('\n', stays));
    }

    private static byte[] Document()
    {
        var minutes = MinutesCanaries.All.First(canary => !canary.IsName).PlantIn(Samples.Minutes, Canary);
        return MinutesWriter.Fill(MinutesTemplate.Build(), minutes, DocumentFrame.Of(minutes));
    }

    /// <summary>The words of the document, but for those of the blank form and of the partnership file, whole or within another: heads of columns, names of districts.</summary>
    private static List<string> Words(byte[] document)
    {
        var known = string.Join(' ', Word().Matches(PartnershipSample.Json + Tag().Replace(Text(MinutesTemplate.Build().ToArray()), " ")).Select(word => word.Value));
        return [.. Word().Matches(Tag().Replace(Text(document), " ")).Select(word => word.Value).Where(word => !known.Contains(word, StringComparison.OrdinalIgnoreCase)).Distinct(StringComparer.OrdinalIgnoreCase)];
    }

    private static string Text(byte[] package)
    {
        using var zip = new ZipArchive(new MemoryStream(package));
        using var reader = new StreamReader(zip.GetEntry("word/document.xml")!.Open());
        return reader.ReadToEnd();
    }

    private static List<string> Found(string file, IReadOnlyList<string> words)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        var bytes = memory.ToArray();
        // Both halves of a pair of bytes may begin a word of UTF-16.
        List<string> readings = [Encoding.UTF8.GetString(bytes), Encoding.Latin1.GetString(bytes), .. Enumerable.Range(0, Math.Min(2, bytes.Length)).SelectMany(at => new[] { Encoding.Unicode.GetString(bytes, at, bytes.Length - at), Encoding.BigEndianUnicode.GetString(bytes, at, bytes.Length - at) })];
        if (bytes.AsSpan().StartsWith("PK"u8)) readings.Add(Text(bytes));
        return [.. words.Where(word => readings.Any(reading => reading.Contains(word, StringComparison.OrdinalIgnoreCase)))];
    }

    // Shorter ones stand by chance in any file of some size.
    [GeneratedRegex(@"\p{L}{7,}")]
    private static partial Regex Word();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();
}
