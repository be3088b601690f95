using CsCheck;
using PartnerOffice.Graph;
using Xunit;

namespace PartnerOffice.Tests.Graph;

public sealed class IdTests
{
    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData("two words")]
    [InlineData("line\nbreak")]
    public void What_cannot_be_an_id_is_refused_before_it_gets_into_an_address(string text)
    {
        Assert.False(ItemId.TryParse(text, out _));
        Assert.Throws<FormatException>(() => DriveId.Parse(text));
    }

    [Fact]
    public void An_id_that_was_never_set_says_so() => Assert.Throws<InvalidOperationException>(() => default(ItemId).Value);

    [Theory]
    [InlineData("koordination@kv-steinfurt.example", true)]
    [InlineData("Erika <erika@x.example>", false)]
    [InlineData("a@x.example\nBcc: b@x.example", false)]
    [InlineData("nobody", false)]
    public void An_address_is_one_bare_address(string text, bool good) => Assert.Equal(good, EmailAddress.TryParse(text, out _));

    [Theory]
    [InlineData("Protokolle/2026-07-14 Protokoll Kreisvorstand Steinfurt KV-ST 2026-07.docx")]
    [InlineData("#7 100%.docx")]
    [InlineData("Größe/ÄÖÜ.docx")]
    [InlineData("Unterlagen/Forms/x.docx")]
    public void Places_that_SharePoint_takes(string text)
    {
        var path = DrivePath.Parse(text);

        Assert.Equal(text, path.Parent.Append(path.Name).Value);
    }

    [Theory]
    [InlineData("a//b")]
    [InlineData("/a")]
    [InlineData("a/")]
    [InlineData("a:b")]
    [InlineData("wer?.docx")]
    [InlineData("ende.")]
    [InlineData(" anfang")]
    [InlineData("con")]
    [InlineData("LPT1")]
    [InlineData("x/_vti_y")]
    [InlineData("~$offen.docx")]
    [InlineData("~ordner/x.docx")]
    [InlineData("Forms/x.docx")]
    [InlineData("zeile\numbruch.docx")]
    [InlineData("a\\b")]
    public void Places_that_SharePoint_refuses(string text)
    {
        Assert.False(DrivePath.TryParse(text, out _));
        Assert.Throws<FormatException>(() => DrivePath.Parse(text));
    }

    [Fact]
    public void A_path_has_fewer_than_400_characters()
    {
        Assert.True(DrivePath.TryParse(new string('a', 399), out _));
        Assert.False(DrivePath.TryParse(new string('a', 400), out _));
    }

    [Theory]
    [InlineData(new byte[0], "AAAAAAAAAAAAAAAAAAAAAAAAAAA=")]
    [InlineData(new byte[] { 0x4a }, "SgAAAAAAAAAAAAAAAQAAAAAAAAA=")]
    [InlineData(new byte[] { 0xb5, 0xb4 }, "taAFAAAAAAAAAAAAAgAAAAAAAAA=")]
    [InlineData(new byte[] { 0xd2, 0x96, 0x4f }, "0rDEEwAAAAAAAAAAAwAAAAAAAAA=")]
    public void The_hash_is_the_one_that_SharePoint_keeps(byte[] content, string hash) => Assert.Equal(hash, QuickXorHash.Of(content));

    [Fact]
    public void The_hash_is_what_the_definition_says_bit_by_bit() => Gen.Byte.Array[0, 700].Sample(content =>
    {
        var bits = new bool[160];
        for (var place = 0; place < content.Length; place++)
            for (var bit = 0; bit < 8; bit++)
                bits[(place * 11 + bit) % 160] ^= (content[place] >> bit & 1) == 1;
        for (var bit = 0; bit < 64; bit++) bits[96 + bit] ^= ((long)content.Length >> bit & 1) == 1;
        var expected = new byte[20];
        for (var bit = 0; bit < 160; bit++) if (bits[bit]) expected[bit / 8] |= (byte)(1 << (bit % 8));

        return QuickXorHash.Of(content) == Convert.ToBase64String(expected);
    });
}
