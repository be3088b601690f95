using PartnerOffice.CommandLine;
using PartnerOffice.Core;

namespace PartnerOffice.Features.Sharing;

/// <summary>The answer to an id that the ledger does not know.</summary>
internal static class UnknownDelivery
{
    public static VerbException Of(string id) => new(
        "no-such-delivery",
        id,
        new Bilingual("Diese Übermittlung gibt es nicht.", "There is no such delivery."),
        new Bilingual("Kennung aus »deliveries list« nehmen.", "Take the id from \"deliveries list\"."));
}
