using PartnerOffice.Core;
using PartnerOffice.Graph;

namespace PartnerOffice.Connections;

/// <summary>One district's tenant as the service enters it.</summary>
/// <param name="Library">Where it receives editions; null until it is set up.</param>
/// <param name="Mailbox">What sends its mail; null until it is set up.</param>
public sealed record DistrictRoute(GraphIdentity Identity, LibraryRoute? Library, MailboxId? Mailbox)
{
    internal static DistrictRoute Of(District district, GraphIdentity identity) => new(
        identity,
        district.Library is { } library ? LibraryOf(library) : null,
        district.Mailbox is { } mailbox ? MailboxId.Parse(mailbox.ToString()) : null);

    internal static LibraryRoute LibraryOf(ReceivingLibrary library) =>
        new(SiteId.Parse(library.SiteId), DriveId.Parse(library.DriveId), ListId.Parse(library.ListId.ToString("D")), DrivePath.Parse(library.Folder));
}
