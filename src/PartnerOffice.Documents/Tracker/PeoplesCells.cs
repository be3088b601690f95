namespace PartnerOffice.Documents.Tracker;

/// <summary>What in a table of ours is people's, the same for whoever writes: into the file or through Excel (R27).</summary>
internal sealed class PeoplesCells(TrackerTable? table, LastWritten? lastWritten)
{
    /// <summary>How the key begins that a row of theirs gets from us.</summary>
    public const string KeyPrefix = "eigene-";

    /// <summary>Whether a column is theirs altogether.</summary>
    public bool IsColumn(string column) => table?.PeoplesColumns.Contains(column, StringComparer.OrdinalIgnoreCase) ?? false;

    private bool IsFilledWhileBlank(string column) => table?.FilledWhileBlank.Contains(column, StringComparer.OrdinalIgnoreCase) ?? false;

    /// <summary>Whether a row that is not there was ours once: then people deleted it.</summary>
    public bool Deleted(TrackerRowId id) => lastWritten?.Knows(id) == true;

    /// <summary>Why a cell that says something else is left as it is; null where it is ours to write.</summary>
    public TrackerDeviationCause? WhyKept(TrackerRowId id, string column, TrackerValue? found, TrackerValue? wanted, bool hasFormula) =>
        hasFormula ? TrackerDeviationCause.Formula
        : wanted is TrackerValue.Text { IsDecision: true } ? null
        : IsColumn(column) ? found is null && IsFilledWhileBlank(column) ? null : TrackerDeviationCause.PeoplesColumn
        : lastWritten is not null && !lastWritten.IsTakenBack(id) && !lastWritten.Says(id, column, found) && (lastWritten.UnknownRowsArePeoples || lastWritten.Knows(id)) ? TrackerDeviationCause.ChangedByPeople
        : null;
}
