using PartnerOffice.Connections;
using PartnerOffice.Core;
using PartnerOffice.Graph;

namespace PartnerOffice.Deliveries;

/// <summary>
/// A board's own post (R13): drafts in its district's mailbox, found again by their key and sent by a person, and PDF files that Graph makes in
/// the board's own library. No word of minutes is kept here: what must lie in the library for it is gone a moment later, also after a crash (R19).
/// </summary>
internal sealed class BoardDesk : IDisposable
{
    // A conversion takes seconds; what lies longer was left by a process that was stopped.
    public static readonly TimeSpan LeftAfter = TimeSpan.FromMinutes(5);

    private readonly GraphConnections _connections;
    private readonly bool _owned;
    private readonly BoardCopyLedger _copies;
    private readonly CrashPoint _crash;
    private readonly IReadOnlyList<PartnershipRoute> _routes;

    internal BoardDesk(DeliverySettings settings, GraphConnections connections, bool owned, BoardCopyLedger copies) =>
        (_routes, _connections, _owned, _copies, _crash) = (settings.Routes, connections, owned, copies, settings.Crash);

    /// <summary>Whether the district's mailbox is set up.</summary>
    public bool HasMailbox(PartnershipId partnership, DistrictId district) => RouteOf(partnership)?.Districts.GetValueOrDefault(district) is { Mailbox: not null };

    /// <summary>The draft of this key: the one that lies there, was sent already, or is laid there now.</summary>
    /// <returns>Its id, whether it is new, and whether a person has sent it.</returns>
    /// <exception cref="GraphException">Graph refused or stayed away; whoever asks again finds what was laid.</exception>
    /// <exception cref="NotSetUpException">The district has no mailbox.</exception>
    public async Task<(string Id, bool IsNew, bool IsSent)> LayAsync(PartnershipId partnership, BoardDraft draft, CancellationToken cancellationToken)
    {
        var (district, mailbox) = RouteOf(partnership)?.Districts.GetValueOrDefault(draft.District) is { Mailbox: { } found } set ? (set, found) : throw new NotSetUpException("mailbox");
        var mail = _connections.Of(district.Identity).Mail;
        if (await FindAsync(mail, mailbox, draft.Key, cancellationToken) is { } there) return (there.Id.Value, false, !there.IsDraft);

        var id = await mail.CreateDraftAsync(
            mailbox,
            new()
            {
                Key = draft.Key,
                Subject = draft.Subject,
                To = [],
                Bcc = [.. draft.Hidden.Select(EmailAddress.Parse)],
                BodyText = draft.Text,
                Attachments = draft.File is { } file ? [file] : [],
            },
            cancellationToken);
        return (id.Value, true, false);
    }

    /// <summary>The mail of this key, whether it still lies there as a draft or was sent; null where there is none.</summary>
    /// <exception cref="GraphException">Graph refused or stayed away.</exception>
    /// <exception cref="NotSetUpException">The district has no mailbox.</exception>
    public async Task<(string Id, bool IsSent)?> FindAsync(PartnershipId partnership, DistrictId district, string key, CancellationToken cancellationToken)
    {
        var (route, mailbox) = RouteOf(partnership)?.Districts.GetValueOrDefault(district) is { Mailbox: { } found } set ? (set, found) : throw new NotSetUpException("mailbox");
        return await FindAsync(_connections.Of(route.Identity).Mail, mailbox, key, cancellationToken) is { } there ? (there.Id.Value, !there.IsDraft) : null;
    }

    // What a person has thrown away is not there: whoever asks again wants a new one.
    private static async Task<MailMessage?> FindAsync(MailClient mail, MailboxId mailbox, string key, CancellationToken cancellationToken)
    {
        foreach (var folder in (MailFolder[])[MailFolder.SentItems, MailFolder.Drafts])
        {
            if (await mail.FindByKeyAsync(mailbox, folder, key, cancellationToken) is [var there, ..]) return there;
        }

        return null;
    }

    /// <summary>A PDF of a document, made by Graph in the board's own library: nowhere else may the document lie, not for a moment.</summary>
    /// <exception cref="GraphException">Graph refused or stayed away; nothing of the document is left.</exception>
    public async Task<PdfOutcome> ConvertAsync(PartnershipId partnership, DistrictId district, ReadOnlyMemory<byte> document, CancellationToken cancellationToken)
    {
        if (RouteOf(partnership)?.BoardPlaceOf(district) is not { } place) return PdfOutcome.NoLibrary;

        var drives = _connections.Of(place.Identity).Drives;
        // A name that says nothing of what is in it.
        var name = $"Umwandlung {Guid.NewGuid():N}.docx";
        await _copies.BeginPassingAsync(name, partnership, district, cancellationToken);
        DriveItem? item = null;
        var mayLie = true;
        try
        {
            if (!place.Folder.IsRoot) await drives.EnsureFolderAsync(place.Drive, place.Folder, cancellationToken);
            item = await drives.CreateAsync(place.Drive, place.Folder.Append(name), document, Guid.NewGuid().ToString("D"), cancellationToken);
            _crash.At("Passing:lies");
            return new(await drives.DownloadPdfAsync(place.Drive, item.Id, cancellationToken), null);
        }
        catch (GraphException none) when (item is not null && none is InvalidRequestException or UnavailableException or NotFoundException or UnexpectedAnswerException)
        {
            return PdfOutcome.NotConverted;
        }
        catch (GraphException failure)
        {
            mayLie = failure.Outcome != GraphOutcome.NotDone;
            throw;
        }
        finally
        {
            // Also where whoever waited has gone by now. Where nobody knows whether it was laid, the next one looks.
            if (item is not null) await RemoveAsync(place, name, item.Id, CancellationToken.None);
            else if (!mayLie) await _copies.EndPassingAsync(name, CancellationToken.None);
        }
    }

    /// <summary>A PDF of a received edition, from the library in which it lies already; null where it is gone.</summary>
    /// <exception cref="GraphException">Graph refused or stayed away.</exception>
    public async Task<(string Name, ReadOnlyMemory<byte> Edition, PdfOutcome Pdf)?> ReadEditionAsync(PartnershipId partnership, DistrictId receiver, string item, CancellationToken cancellationToken)
    {
        if (RouteOf(partnership)?.Districts.GetValueOrDefault(receiver) is not { Library: { } library } district) return null;

        var drives = _connections.Of(district.Identity).Drives;
        if (await drives.FindAsync(library.Drive, ItemId.Parse(item), cancellationToken) is not { } there) return null;
        var edition = await drives.DownloadAsync(library.Drive, there.Id, cancellationToken);
        var pdf = await new CopyShelf(drives, library).PdfOfAsync(there, cancellationToken);
        return (there.Name, edition.Bytes, pdf is { } bytes ? new(bytes, null) : PdfOutcome.NotConverted);
    }

    /// <summary>Removes what a process that was stopped left lying.</summary>
    /// <returns>How many files.</returns>
    /// <exception cref="GraphException">Graph refused or stayed away; the next call tries again.</exception>
    public async Task<int> TidyAsync(CancellationToken cancellationToken)
    {
        var left = await _copies.LeftLyingAsync(LeftAfter, cancellationToken);
        var removed = 0;
        foreach (var file in left)
        {
            if (RouteOf(PartnershipId.Parse(file.Partnership))?.BoardPlaceOf(DistrictId.Parse(file.District)) is not { } place) continue;
            await RemoveAsync(place, file.Name, null, cancellationToken);
            removed++;
        }

        return removed;
    }

    public void Dispose()
    {
        if (_owned) _connections.Dispose();
    }

    private PartnershipRoute? RouteOf(PartnershipId partnership) => _routes.FirstOrDefault(route => route.Id == partnership);

    private async Task RemoveAsync(BoardPlace place, string name, ItemId? known, CancellationToken cancellationToken)
    {
        _crash.ThrowIfDead();
        var drives = _connections.Of(place.Identity).Drives;
        try
        {
            if ((known ?? (await drives.FindAsync(place.Drive, place.Folder.Append(name), cancellationToken))?.Id) is { } item)
            {
                try
                {
                    // Past the recycle bin: what only the board may know lies in no corner of its library unasked.
                    await drives.PermanentDeleteAsync(place.Drive, item, cancellationToken);
                }
                catch (GraphException refused) when (refused is AccessDeniedException or InvalidRequestException)
                {
                    await drives.DeleteAsync(place.Drive, item, null, cancellationToken);
                }
            }
        }
        catch (GraphException)
        {
            // The row stays, and whoever comes next removes the file.
            return;
        }

        await _copies.EndPassingAsync(name, cancellationToken);
    }
}
