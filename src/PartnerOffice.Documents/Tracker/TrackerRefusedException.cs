namespace PartnerOffice.Documents.Tracker;

/// <summary>The workbook cannot be changed without spoiling something; nothing was changed.</summary>
/// <remarks>Its sentences name sheets, cells and columns, never what stands in them.</remarks>
public sealed class TrackerRefusedException : Exception
{
    internal TrackerRefusedException(string code, string place, TrackerSentence message, TrackerSentence remedy, Exception? inner = null)
        : base($"{place}: {message.German} {remedy.German}", inner)
    {
        Code = code;
        Place = place;
        German = message.German;
        English = message.English;
        Remedy = remedy.German;
        EnglishRemedy = remedy.English;
    }

    /// <summary>Stable name of the reason, for scripts.</summary>
    public string Code { get; }

    /// <summary>Sheet and cell ("Sitzungen!A1"), sheet, table or part.</summary>
    public string Place { get; }

    /// <summary>What is the matter.</summary>
    public string German { get; }

    /// <summary>What is the matter.</summary>
    public string English { get; }

    /// <summary>What a person can do.</summary>
    public string Remedy { get; }

    /// <summary>What a person can do.</summary>
    public string EnglishRemedy { get; }
}
