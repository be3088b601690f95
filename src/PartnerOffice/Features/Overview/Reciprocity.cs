using PartnerOffice.Core;
using PartnerOffice.Deliveries;

namespace PartnerOffice.Features.Overview;

/// <summary>How the two sides compare with what was due, in words and never as a score (R24).</summary>
internal static class Reciprocity
{
    public static Bilingual Of(DistrictSide own, DistrictSide partner, DateOnly today) => (IsBehind(own, today), IsBehind(partner, today), own.Duties.Count + partner.Duties.Count) switch
    {
        (_, _, 0) => new("Noch ist nichts fällig gewesen. Vereinbart ist: Jede Seite teilt ihre genehmigten Protokolle.", "Nothing has been due yet. Agreed is: each side shares its approved minutes."),
        (false, false, _) => new("Beide Seiten haben geteilt, was bis heute vereinbart war.", "Both sides have shared what was agreed until today."),
        (true, false, _) => new($"Bei uns ist noch etwas offen. Der Kreisverband {partner.District.ShortName} hat geteilt, was vereinbart war.", $"Something is still open on our side. {partner.District.ShortName} has shared what was agreed."),
        (false, true, _) => new($"Wir haben geteilt, was vereinbart war. Beim Kreisverband {partner.District.ShortName} ist noch etwas offen.", $"We have shared what was agreed. Something is still open with {partner.District.ShortName}."),
        (true, true, _) => new("Auf beiden Seiten ist noch etwas offen. Am besten kurz miteinander sprechen.", "Something is still open on both sides. Best have a short talk."),
    };

    // The due day itself still is in time.
    private static bool IsBehind(DistrictSide side, DateOnly today) => side.Duties.Any(duty => duty.Obligation.On(today) == Standing.Overdue);
}
