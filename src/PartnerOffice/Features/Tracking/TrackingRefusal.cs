using PartnerOffice.CommandLine;
using PartnerOffice.Core;

namespace PartnerOffice.Features.Tracking;

/// <summary>What the verbs of the tracker do not take.</summary>
internal static class TrackingRefusal
{
    public static VerbException NotMinutes(string file) => new(
        "not-minutes", file,
        new Bilingual("Das ist kein Protokoll in der Standardform.", "These are no minutes in the standard form."),
        new Bilingual("Mit »minutes check« ansehen, was fehlt.", "See with \"minutes check\" what is missing."));

    public static VerbException OtherDistrict(string file) => new(
        "other-district", file,
        new Bilingual("Das Protokoll gehört zu keinem Kreisverband dieser Partnerschaft.", "The minutes belong to no district of this partnership."),
        new Bilingual("Die Kennung im Protokoll oder die Partnerschaftsdatei prüfen.", "Check the id in the minutes, or the partnership file."));
}
