using PartnerOffice.Core;
using PartnerOffice.Deliveries;
using PartnerOffice.Graph;

namespace PartnerOffice.Features.OwnBoard;

/// <summary>Lays one mail ready, once: what lies there already, or was sent, is found by its key and not made again.</summary>
internal sealed class BoardMail(DeliveryOffice office, BoardDesk desk, Partnership partnership, District district, Person by)
{
    public const string Pdf = "pdf";
    public const string Word = "docx";

    private static readonly Dictionary<string, string> Types = new()
    {
        [Pdf] = "application/pdf",
        [Word] = "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    };

    /// <param name="content">What tells this mail from others of the same minutes.</param>
    /// <param name="file">Makes what goes along; asked only where the mail does not lie there yet.</param>
    /// <exception cref="OwnBoardException">The file cannot go along.</exception>
    /// <exception cref="GraphException">Graph refused or stayed away.</exception>
    public async Task<LaidDraft> LayAsync(
        BoardCopyRecord copy, string content, IReadOnlyList<(Person Person, PersonAddress Address)> receivers, (string Subject, string Text, string FileName) words,
        Func<Task<ReadOnlyMemory<byte>>> file, CancellationToken cancellationToken)
    {
        var copies = office.Ledger.BoardCopies;
        var persons = receivers.Select(one => one.Person.Id).ToList();
        var key = copies.KeyOf(partnership.Id, $"{copy.Minutes}/{copy.Version}/{copy.Scope}/{copy.District}/{copy.Delivery}/{content}/{string.Join(' ', persons)}");
        var privateAddresses = receivers.Count(one => one.Address.IsPrivate);
        var known = await desk.FindAsync(partnership.Id, district.Id, key, cancellationToken);
        (string Id, bool IsNew, bool IsSent) laid;
        if (known is { } there)
        {
            laid = (there.Id, false, there.IsSent);
        }
        else
        {
            var bytes = await file();
            if (bytes.Length > MailClient.MaxAttachments)
                throw OwnBoardException.TooLarge();
            laid = await desk.LayAsync(
                partnership.Id,
                new(key, district.Id, [.. receivers.Select(one => one.Address.Mail.ToString())], words.Subject, words.Text, new(words.FileName, Types[copy.File], bytes)),
                cancellationToken);
        }

        await copies.RecordAsync(copy with { Key = key, Persons = persons, PrivateAddresses = privateAddresses, Draft = laid.Id, By = by.Id.ToString() }, cancellationToken);
        return new(copy.Scope, [.. receivers.Select(one => one.Person)], privateAddresses, copy.File, laid.IsNew, laid.IsSent);
    }
}
