using System.Text;
using PartnerOffice.Documents.Tracker;
using PartnerOffice.Graph;
using PartnerOffice.Sandbox;
using PartnerOffice.Tests.Support;
using Xunit;
using static PartnerOffice.Tests.Sandbox.TwoTenants;

namespace PartnerOffice.Tests.Sandbox;

public sealed class PdfTests
{
    [Fact]
    public async Task A_workbook_comes_as_a_PDF_from_an_address_that_needs_no_token()
    {
        LibreOffice.SkipWithout("libreoffice-calc");
        await using var sandbox = await StartAsync();
        var item = await JsonOf(await sandbox.PutAsync("Tracker.xlsx", TrackerTemplate.Delivered().ToArray()), 201);
        using var north = GraphConnection.Open(
            new GraphEndpoint(sandbox.Server.GraphUri, sandbox.Server.BaseUri, Sandbox: true, sandbox.Server.Certificate), new GraphIdentity(North, App, AppCertificate));

        var before = Folders();
        var pdf = await north.Drives.DownloadPdfAsync(PartnerOffice.Graph.DriveId.Parse(TwoTenants.DriveId), ItemId.Parse(item["id"]!.ToString()), Cancel);

        Assert.True(pdf.Length > 5000, $"{pdf.Length} bytes");
        // Five sheets, the overview on one page of its own.
        Assert.InRange(Encoding.Latin1.GetString(pdf.Span).Split("/Type/Page/").Length - 1, 5, 12);
        await NothingStaysAsync(before);
    }

    [Fact]
    public async Task A_file_that_LibreOffice_cannot_read_is_refused_as_Microsoft_does()
    {
        LibreOffice.SkipWithout("libreoffice-calc");
        await using var sandbox = await StartAsync();
        await sandbox.PutAsync("kaputt.xlsx", [0x50, 0x4B, 3, 4, 0, 0, 1, 2, 3]);

        using var response = await sandbox.Http.GetAsync(Content("kaputt.xlsx", "pdf"), Cancel);

        Assert.Equal(("notSupported", "invalidFileFormat"), await ErrorOf(response, 406));
    }

    [Theory]
    [InlineData("a.xlsx", "docx", 400, "invalidRequest", "invalidParameterFormat")]
    [InlineData("a.xlsx", "html", 406, "notSupported", "InputFormatNotSupported")]
    [InlineData("a.txt", "pdf", 406, "notSupported", "InputFormatNotSupported")]
    [InlineData("a.loop", "html", 501, "notImplemented", null)]
    [InlineData("a.xlsx", "pdf", 501, "notImplemented", null)]
    public async Task What_is_not_converted_is_refused_before_anything_is_redirected(string name, string format, int status, string code, string? innerCode)
    {
        await using var sandbox = await StartAsync(settings: new SandboxSettings { Promotion = PropertyPromotion.Off, ConvertsToPdf = false });
        await sandbox.PutAsync(name, "x");

        using var response = await sandbox.Http.GetAsync(Content(name, format), Cancel);

        Assert.Equal((code, innerCode), await ErrorOf(response, status));
    }

    private static HashSet<string> Folders() => [.. Directory.GetDirectories(Path.GetTempPath(), "po-pdf-*")];

    // Other tests convert at the same time: their folders go as well, only later.
    private static async Task NothingStaysAsync(IReadOnlySet<string> before)
    {
        var made = Folders();
        made.ExceptWith(before);
        for (var wait = 0; made.Any(Directory.Exists) && wait < 120; wait++)
            await Task.Delay(TimeSpan.FromSeconds(1), Cancel);
        Assert.DoesNotContain(made, Directory.Exists);
    }

    private static Uri Content(string name, string format) => new($"drives/{TwoTenants.DriveId}/root:/{name}:/content?format={format}", UriKind.Relative);
}
