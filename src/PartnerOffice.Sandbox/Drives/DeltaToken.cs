using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace PartnerOffice.Sandbox;

/// <summary>How far a client has come in the changes of a drive; opaque to it.</summary>
/// <param name="Drive">The root's own id, which is another one when the drive was made anew.</param>
/// <param name="After">The last turn that was told.</param>
/// <param name="GoneSince">What went away up to here the client has never seen, so it need not hear that it is gone.</param>
/// <param name="Issued">When the mark was given out.</param>
internal sealed record DeltaToken(Guid Drive, long After, long GoneSince, DateTimeOffset Issued)
{
    /// <summary>The mark; null when it is not one of ours, or one of another drive.</summary>
    public static DeltaToken? Read(string text, Drive drive)
    {
        if (!Base64Url.IsValid(text)) return null;

        return Encoding.UTF8.GetString(Base64Url.DecodeFromChars(text)).Split(';') is [var root, var after, var gone, var issued]
            && Guid.TryParse(root, out var id) && id == drive.Root.UniqueId
            && Number(after) is { } last && last <= drive.LastTurn && Number(gone) is { } goneSince && Number(issued) is { } at
                ? new DeltaToken(id, last, goneSince, DateTimeOffset.FromUnixTimeSeconds(Math.Min(at, DateTimeOffset.MaxValue.ToUnixTimeSeconds())))
                : null;
    }

    public override string ToString() => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(
        string.Create(CultureInfo.InvariantCulture, $"{Drive:N};{After};{GoneSince};{Issued.ToUnixTimeSeconds()}")));

    // A drive that never changed stands at -1, before its first item.
    private static long? Number(string text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= -1 ? number : null;
}
