namespace PartnerOffice.Documents.Word;

/// <summary>The fixed words that only the partner edition has.</summary>
internal static class EditionWords
{
    public const string AbsencesTag = "po:frame.absences";

    public const string NotContained = "Nicht enthalten: vertrauliche Punkte des Kreisvorstands (Personal, Mitglieder, Verfahren).";

    public const string Legend = "»[…]« steht für eine vertrauliche Stelle innerhalb eines Absatzes.";

    /// <summary>The title of the partner's copy.</summary>
    public static string TitleOf(TemplateForm form) => $"{form.Title} – Partnerfassung";
}
