using PartnerOffice.Documents.Gate;
using PartnerOffice.Documents.Word;

namespace PartnerOffice.Tests.Support;

/// <summary>Reads a document as the product does: through the gate.</summary>
internal static class Reading
{
    public static MinutesReading Of(ReadOnlyMemory<byte> document) => MinutesReader.Read(PackageGate.Inspect(document, PackageKind.Word));
}
