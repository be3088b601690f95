namespace PartnerOffice.Graph;

/// <summary>What an event is in a series.</summary>
public enum EventKind
{
    /// <summary>It belongs to no series.</summary>
    Once,

    /// <summary>One day of a series, as the series says.</summary>
    Occurrence,

    /// <summary>One day of a series that was changed by itself.</summary>
    Exception,

    /// <summary>The series itself.</summary>
    Series,
}
