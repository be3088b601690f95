using PartnerOffice.Core;

namespace PartnerOffice.Documents.Tracker;

/// <summary>A file of changes does not say what the contract asks for ({table, key, rows}); the place is a JSON path.</summary>
public sealed class TrackerChangesException : RefusalException
{
    internal TrackerChangesException(string place, Bilingual problem, Bilingual remedy, Exception? inner = null)
        : base("changes-invalid", place, problem, remedy, inner)
    {
    }
}
