using PartnerOffice.Core;
using PartnerOffice.Documents.Word;

namespace PartnerOffice.Features.OwnBoard;

/// <summary>Objections as people read them.</summary>
internal static class ObjectionWords
{
    public static Bilingual Of(ObjectionKind kind) => kind switch
    {
        ObjectionKind.Insertion => new("eingefügt", "inserted"),
        ObjectionKind.Deletion => new("gestrichen", "deleted"),
        ObjectionKind.Replacement => new("ersetzt", "replaced"),
        ObjectionKind.Move => new("verschoben", "moved"),
        ObjectionKind.Formatting => new("anders gestaltet", "formatted differently"),
        ObjectionKind.Comment => new("Kommentar", "comment"),
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
