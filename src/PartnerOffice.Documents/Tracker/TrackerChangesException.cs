namespace PartnerOffice.Documents.Tracker;

/// <summary>A file of changes does not say what the contract asks for ({table, key, rows}).</summary>
public sealed class TrackerChangesException : Exception
{
    internal TrackerChangesException(string place, TrackerSentence message, TrackerSentence remedy, Exception? inner = null)
        : base($"{place}: {message.German} {remedy.German}", inner)
    {
        Place = place;
        German = message.German;
        English = message.English;
        Remedy = remedy.German;
        EnglishRemedy = remedy.English;
    }

    /// <summary>Stable name of the reason, for scripts.</summary>
    public string Code { get; } = "changes-invalid";

    /// <summary>JSON path: "$.rows[3].Datum".</summary>
    public string Place { get; }

    public string German { get; }

    public string English { get; }

    /// <summary>What a person can do.</summary>
    public string Remedy { get; }

    /// <summary>What a person can do.</summary>
    public string EnglishRemedy { get; }
}
