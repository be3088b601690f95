using PartnerOffice.CommandLine;
using PartnerOffice.Core;
using PartnerOffice.Documents.Word;

namespace PartnerOffice.Demo;

/// <summary>The sample minutes that are built in: invented people, every kind of passage.</summary>
internal static class DemoMinutes
{
    private const string Sample = "minutes.sample.json";

    /// <exception cref="VerbException">The partnership has no district of the sample.</exception>
    public static Minutes Load(Partnership partnership)
    {
        using var stream = typeof(DemoMinutes).Assembly.GetManifestResourceStream(Sample)!;
        using var reader = new StreamReader(stream);
        var minutes = MinutesJson.Parse(reader.ReadToEnd());
        return partnership.Find(minutes.District) is not null ? minutes : throw new VerbException(
            "no-sample-district",
            minutes.District,
            new Bilingual("Das eingebaute Protokoll passt nicht zu dieser Partnerschaft.", "The built-in minutes do not fit this partnership."),
            new Bilingual("Die Vorführung ohne --partnership aufrufen.", "Call the demo without --partnership."));
    }

    /// <summary>The same minutes as a document that somebody is still writing, with spare blocks: to try the pane on.</summary>
    public static byte[] Draft(Partnership partnership)
    {
        var minutes = Load(partnership) with { Approval = Approval.Draft };
        return MinutesWriter.Draft(MinutesTemplate.Build(minutes.Kind), minutes, DocumentFrame.Of(minutes, partnership));
    }
}
