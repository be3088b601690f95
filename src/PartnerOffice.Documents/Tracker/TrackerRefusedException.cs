using PartnerOffice.Core;

namespace PartnerOffice.Documents.Tracker;

/// <summary>The workbook cannot be changed without spoiling something; nothing was changed.</summary>
/// <remarks>Its place is a sheet and cell ("Sitzungen!A1"), a sheet, a table or a part; it never says what stands in them.</remarks>
public sealed class TrackerRefusedException : RefusalException
{
    internal TrackerRefusedException(string code, string place, Bilingual problem, Bilingual remedy, Exception? inner = null)
        : base(code, place, problem, remedy, inner)
    {
    }

    /// <summary>The workbook has no such table, whoever looked for it.</summary>
    public static TrackerRefusedException NoTable(string table, IEnumerable<string> present, Exception? inner = null)
    {
        var refusal = Refusal.NoTable(table, present);
        return new(refusal.Code, refusal.Place, refusal.Problem, refusal.Remedy, inner);
    }
}
