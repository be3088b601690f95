using PartnerOffice.Documents.Edition;
using PartnerOffice.Documents.Tracker;

namespace PartnerOffice.Deliveries;

/// <summary>A consignment whose every text has passed the search for withheld words: the only thing that the ledger takes.</summary>
/// <remarks>The edition itself was verified before it became an <see cref="EditionFile"/>; everything else that the partner reads is searched here (decision D1).</remarks>
public sealed class ClearedConsignment
{
    // What a tracker says of itself is no secret.
    private static readonly string TrackerWords = string.Join(' ', TrackerTables.States.Concat(TrackerTables.Kinds).Concat(TrackerTables.Forms).Concat(TrackerTables.Outcomes));

    private ClearedConsignment(Consignment consignment) => Consignment = consignment;

    public Consignment Consignment { get; }

    /// <summary>The same edition in the place of one whose file must go first (D7); its mail says what became of that file, in fixed words.</summary>
    /// <param name="removedName">The name under which that file was laid; null where it is not known.</param>
    internal ClearedConsignment RemovingFirst(string? removedName, RemovalWords removal) => new(Consignment with
    {
        RemovesFirst = true,
        RemovedName = removedName,
        Mail = Consignment.Mail with { Text = $"{Consignment.Mail.Text}\n\n{CoverMail.RemovalPlace}", Removal = removal },
    });

    /// <summary>A letter or a recall: fixed words, numbers and days, and no word of minutes to be searched for.</summary>
    /// <exception cref="ArgumentException">It is an edition.</exception>
    public static ClearedConsignment OfFixedWords(Consignment consignment)
    {
        ArgumentNullException.ThrowIfNull(consignment);
        return consignment.Kind is DeliveryKind.Letter or DeliveryKind.Recall ? new(consignment) : throw new ArgumentException("An edition and an invitation are searched.", nameof(consignment));
    }

    /// <summary>An invitation, a move or a cancellation: made of a meeting whose every word was searched, and of fixed words.</summary>
    /// <exception cref="ArgumentException">It is something else, or of another meeting.</exception>
    internal static ClearedConsignment Of(Consignment consignment, ClearedMeeting meeting) =>
        consignment.Kind == DeliveryKind.Invitation && consignment.Minutes == meeting.Plan.Id ? new(consignment) : throw new ArgumentException("It is not of this meeting.", nameof(consignment));

    /// <summary>Searches the file's name, the columns, the tracker's cells and the mail.</summary>
    /// <param name="mailWords">The words of the mail's template: they stand in every one.</param>
    /// <exception cref="LeakException">One of them holds something of the withheld; nothing may be sent.</exception>
    public static ClearedConsignment Clear(Consignment consignment, LeakSearch search, string mailWords)
    {
        ArgumentNullException.ThrowIfNull(consignment);
        ArgumentNullException.ThrowIfNull(search);

        search.RequireClean("file name", consignment.Edition.Name);
        search.RequireClean("minutes id", consignment.Minutes.ToString());
        search.RequireClean("mail subject", consignment.Mail.Subject, mailWords);
        search.RequireClean("mail", consignment.Mail.Text, mailWords);
        search.RequireClean("mail", consignment.Mail.TrackerFollows ?? "", mailWords);
        foreach (var entry in consignment.Tracker)
        {
            foreach (var (column, value) in entry.Change.Rows.SelectMany(row => row.Cells))
            {
                var text = value switch { TrackerValue.Text cell => cell.Value, TrackerValue.Link link => link.Target.AbsoluteUri, _ => null };
                if (text is not null)
                    search.RequireClean($"tracker, {entry.Change.Table}, {column}", text, TrackerWords);
            }
        }

        return new ClearedConsignment(consignment);
    }
}
