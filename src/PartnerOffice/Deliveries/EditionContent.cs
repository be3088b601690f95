using System.Security.Cryptography;
using PartnerOffice.Core;
using PartnerOffice.Documents.Gate;
using PartnerOffice.Documents.Word;

namespace PartnerOffice.Deliveries;

/// <summary>What a delivered file says, apart from its bytes: SharePoint rewrites every Office file after the upload (engine 2.1).</summary>
internal static class EditionContent
{
    /// <summary>The digest of what is read in it; of the bytes where nothing can be read. In lower-case hexadecimal.</summary>
    public static string DigestOf(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            var reading = MinutesReader.Read(PackageGate.Inspect(bytes, PackageKind.Word));
            if (reading.Minutes is { } minutes) return $"{CanonicalMinutes.DigestOf(minutes)}/{minutes.Approval.State}";
        }
        catch (Exception unreadable) when (unreadable is GateRefusal or MinutesFormatException)
        {
        }

        return Convert.ToHexStringLower(SHA256.HashData(bytes.Span));
    }
}
