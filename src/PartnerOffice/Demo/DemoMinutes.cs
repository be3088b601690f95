using PartnerOffice.CommandLine;
using PartnerOffice.Core;
using PartnerOffice.Deliveries;
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

    /// <summary>The draft of the meeting after them, today: to try the pane on.</summary>
    public static byte[] Draft(Partnership partnership, TimeProvider time)
    {
        var last = Load(partnership);
        var district = partnership.Find(last.District)!;
        var today = time.Today(district.TimeZone);
        var draft = MeetingDraft.Of(partnership, district, new DraftRequest(last.Kind, today, last) { Date = today });
        return MinutesWriter.Draft(MinutesTemplate.Build(last.Kind), draft.Content, DocumentFrame.Of(draft.Content, partnership), draft.Tables, draft.Offered);
    }

    /// <summary>The minutes themselves, finished and not released yet.</summary>
    public static byte[] Finished(Partnership partnership)
    {
        var minutes = Load(partnership) with { Approval = Approval.Draft };
        return MinutesWriter.Fill(MinutesTemplate.Build(minutes.Kind), minutes, DocumentFrame.Of(minutes, partnership));
    }
}
