using PartnerOffice.Deliveries;
using PartnerOffice.Documents.Edition;
using PartnerOffice.Documents.Tracker;

namespace PartnerOffice.Features.Sharing;

/// <summary>Everything that leaves beside the edition itself passes the same search: file name, columns, tracker cells, mail.</summary>
internal static class OutgoingTexts
{
    /// <exception cref="ShareException">One of them holds something of the withheld.</exception>
    public static void RequireClean(Consignment consignment, LeakSearch search)
    {
        try
        {
            search.RequireClean("file name", consignment.Edition.Name);
            search.RequireClean("minutes id", consignment.Minutes.ToString());
            search.RequireClean("mail subject", consignment.Mail.Subject, CoverMails.FixedWords);
            search.RequireClean("mail", consignment.Mail.Text, CoverMails.FixedWords);
            foreach (var entry in consignment.Tracker)
            {
                foreach (var (column, value) in entry.Change.Rows.SelectMany(row => row.Cells))
                {
                    if (value is TrackerValue.Text text)
                        search.RequireClean($"tracker, {entry.Change.Table}, {column}", text.Value, string.Join(' ', TrackerTables.States.Concat(TrackerTables.Kinds).Concat(TrackerTables.Forms).Concat(TrackerTables.Outcomes)));
                }
            }
        }
        catch (LeakException leak)
        {
            throw ShareException.Leak(leak);
        }
    }
}
