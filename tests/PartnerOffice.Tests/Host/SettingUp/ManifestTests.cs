using PartnerOffice.Core;
using PartnerOffice.Features.SettingUp;
using PartnerOffice.Tests.Support;
using Xunit;

namespace PartnerOffice.Tests.Host.SettingUp;

public sealed class ManifestTests
{
    private static readonly AddInEnvironment Somewhere = new(new Uri("https://office.example.org/po/"), DistrictId.Parse("steinfurt"));

    [Fact]
    public void The_manifest_keeps_to_the_schema_and_to_what_no_schema_says() => Assert.Empty(ManifestCheck.Run(Text()));

    [Theory]
    [InlineData("<Permissions>ReadWriteDocument</Permissions>", "<Permissions>Everything</Permissions>", "Line")]
    [InlineData("<Permissions>ReadWriteDocument</Permissions>", "", "Line")]
    [InlineData("https://office.example.org/po/app/help.html", "http://office.example.org/po/app/help.html", "not https")]
    [InlineData("https://office.example.org/po/app/help.html", "https://elsewhere.example.org/help.html", "more than one origin")]
    [InlineData("resid=\"Open.Tip\"", "resid=\"Open.Tap\"", "Open.Tap is asked for")]
    [InlineData("id=\"Open.Tip\"", "id=\"Open.Tip.With.A.Name.That.Is.Far.Too.Long\"", "longer than 32")]
    [InlineData("id=\"Pane.Url\"", "id=\"Help.Url\"", "named twice")]
    public void What_is_wrong_is_found(string right, string wrong, string expected)
    {
        var manifest = Text();
        Assert.Contains(right, manifest, StringComparison.Ordinal);

        var problems = ManifestCheck.Run(manifest.Replace(right, wrong, StringComparison.Ordinal));

        Assert.Contains(problems, problem => problem.Contains(expected, StringComparison.Ordinal));
    }

    [Fact]
    public void The_manifest_for_Outlook_keeps_to_the_schema_and_to_its_script() => Assert.Empty(ManifestCheck.Run(OutlookText()));

    [Theory]
    [InlineData("SendMode=\"PromptUser\"", "SendMode=\"Warn\"", "Line")]
    [InlineData("SendMode=\"PromptUser\"", "SendMode=\"Block\"", "could keep people from sending")]
    [InlineData("FunctionName=\"onAppointmentSend\"", "FunctionName=\"onSend\"", "onSend is not associated")]
    [InlineData("id=\"PartnerOffice.Open\"", "id=\"PartnerOffice.Opens\"", "PartnerOffice.Open of events.js is no control")]
    [InlineData("<Runtime resid=\"Events.Page\">", "<Runtime resid=\"Pane.Url\">", "which is no runtime")]
    [InlineData("app/icons/icon-32.png\" />\n          <bt:Image", "app/icons/icon-16.png\" />\n          <bt:Image", "The icon of 32 pixels")]
    [InlineData("<DefaultLocale>de-DE</DefaultLocale>", "<DefaultLocale>en-US</DefaultLocale>", "German is not the default")]
    [InlineData("<Permissions>ReadWriteItem</Permissions>", "<Permissions>ReadWriteDocument</Permissions>", "Line")]
    public void What_is_wrong_with_Outlook_is_found(string right, string wrong, string expected)
    {
        var manifest = OutlookText();
        Assert.Contains(right, manifest, StringComparison.Ordinal);

        Assert.Contains(ManifestCheck.Run(manifest.Replace(right, wrong, StringComparison.Ordinal)), problem => problem.Contains(expected, StringComparison.Ordinal));
    }

    [Fact]
    public void The_two_manifests_have_ids_of_their_own()
    {
        var (word, outlook) = (WordManifest.Build(ManifestModel.Load(), Somewhere), OutlookManifest.Build(ManifestModel.Load(), Somewhere));

        Assert.Empty(ManifestCheck.Together(word, outlook));
        Assert.Single(ManifestCheck.Together(word, outlook, word));
    }

    [Fact]
    public void A_label_that_is_too_long_or_lacks_its_English_is_found()
    {
        var model = ManifestModel.Load();
        var tooLong = model with { Word = model.Word with { Button = new(new string('x', 126), "y") } };

        Assert.Contains(ManifestCheck.Run(ManifestVerb.TextOf(WordManifest.Build(tooLong, Somewhere))), problem => problem.Contains("Open.Label", StringComparison.Ordinal));
        Assert.Contains(ManifestCheck.Run(Text().Replace("Locale=\"en-US\"", "Locale=\"fr-FR\"", StringComparison.Ordinal)), problem => problem.Contains("no English", StringComparison.Ordinal));
    }

    [Fact]
    public void Each_environment_has_an_id_of_its_own_and_keeps_it()
    {
        var (here, there) = (Somewhere, Somewhere with { District = DistrictId.Parse("mse") });

        Assert.Equal(here.IdOf("word"), (here with { }).IdOf("word"));
        Assert.NotEqual(here.IdOf("word"), there.IdOf("word"));
        Assert.NotEqual(here.IdOf("word"), here.IdOf("outlook"));
        Assert.Contains("taskpane.html?district=mse", ManifestVerb.TextOf(WordManifest.Build(ManifestModel.Load(), there)), StringComparison.Ordinal);
    }

    [Fact]
    public void The_icons_have_the_sizes_that_the_manifest_names()
    {
        foreach (var size in (int[])[16, 32, 64, 80, 128])
        {
            var png = File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "wwwroot", "app", "icons", $"icon-{size}.png"));
            Assert.Equal((size, size), (Size(png, 16), Size(png, 20)));
        }

        static int Size(byte[] png, int at) => System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(at));
    }

    [Fact]
    public async Task The_delivered_manifests_are_what_the_command_writes()
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "word.xml");

        var ending = await OfficeVerb.RunAsync("manifest", "--out", file);

        Assert.Equal(0, ending.ExitCode);
        foreach (var name in (string[])["word.xml", "outlook.xml"])
            Assert.Equal(await File.ReadAllTextAsync(Repository.PathOf($"addin-manifest/{name}"), TestContext.Current.CancellationToken), await File.ReadAllTextAsync(Path.Combine(folder.Path, name), TestContext.Current.CancellationToken));
        Assert.Equal(2, (await OfficeVerb.RunAsync("manifest", "--url", "http://office.example.org", "--out", file)).ExitCode);
    }

    private static string OutlookText() => ManifestVerb.TextOf(OutlookManifest.Build(ManifestModel.Load(), Somewhere));

    private static string Text() => ManifestVerb.TextOf(WordManifest.Build(ManifestModel.Load(), Somewhere));
}
