namespace PartnerOffice.Sandbox;

/// <summary>What comes back for a message.</summary>
/// <param name="Text">Its own words.</param>
public sealed record MailReaction(string Text)
{
    /// <summary>Who writes; null for whom the message went to.</summary>
    public string? From { get; init; }

    /// <summary>Whether the message stands below, as mail programs do it.</summary>
    public bool Quotes { get; init; }

    /// <summary>Exchange's word for what it is.</summary>
    public string Class { get; init; } = "IPM.Note";

    /// <summary>Headers beside those of every answer.</summary>
    public IReadOnlyList<(string Name, string Value)> Headers { get; init; } = [];

    /// <summary>A person presses "Antworten".</summary>
    public static MailReaction Person(string text, string? from = null) => new(text) { From = from, Quotes = true };

    /// <summary>Nobody is there.</summary>
    public static MailReaction OutOfOffice(string text) => new(text)
    {
        Class = "IPM.Note.Rules.OofTemplate.Microsoft",
        Headers = [("Auto-Submitted", "auto-generated"), ("X-Auto-Response-Suppress", "All")],
    };

    /// <summary>Exchange tells that a message did not arrive.</summary>
    /// <param name="status">The enhanced status code of RFC 3463.</param>
    public static MailReaction Bounce(string status, string words) => new($"Ihre Nachricht konnte nicht zugestellt werden. {words}\n\nDiagnoseinformationen:\nRemote Server returned '{(status[0] == '4' ? "450" : "550")} {status} {words}'")
    {
        From = "MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e@steinfurt.onmicrosoft.example",
        Class = "REPORT.IPM.Note.NDR",
        Headers = [("Content-Type", "multipart/report; report-type=delivery-status")],
    };

    internal string SubjectOf(string original) => Class switch
    {
        "REPORT.IPM.Note.NDR" => $"Unzustellbar: {original}",
        "IPM.Note" => $"AW: {original}",
        _ => $"Automatische Antwort: {original}",
    };
}
