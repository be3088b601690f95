using PartnerOffice.Core;
using PartnerOffice.Graph;

namespace PartnerOffice.CommandLine;

/// <summary>Graph refused or stayed away; exit code 3, since a later try finds everything by its key.</summary>
internal sealed class GraphAwayException(GraphException failure) : RefusalException(
    "unreachable",
    failure.Code.Length > 0 ? failure.Code : "Microsoft 365",
    new Bilingual("Microsoft 365 ist nicht erreichbar oder lehnt den Zugriff ab.", "Microsoft 365 cannot be reached, or refuses the access."),
    new Bilingual("Später wiederholen; nichts geht doppelt hinaus.", "Try again later; nothing goes out twice."),
    failure);
