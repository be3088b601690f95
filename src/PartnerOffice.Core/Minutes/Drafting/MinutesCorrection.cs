namespace PartnerOffice.Core;

/// <summary>Begins a correction: the next version, which says what it replaces and why (D4, R8). It alone raises the version.</summary>
public static class MinutesCorrection
{
    /// <summary>The minutes as they begin their next version: a draft again, since nobody has released the correction yet.</summary>
    /// <exception cref="DraftException">There is nothing to correct yet, a correction has begun already, or nobody says what it changes.</exception>
    public static Minutes Begin(Minutes minutes, string note)
    {
        ArgumentNullException.ThrowIfNull(minutes);

        if (MinutesText.OptionalValue(note) is not { } reason)
            throw new DraftException(
                "correction-without-note",
                "--note",
                new Bilingual("Es fehlt, was die neue Fassung ändert.", "It is missing what the new version changes."),
                new Bilingual("Mit --note in einem Satz sagen, was berichtigt wird.", "Say in one sentence with --note what is corrected."));
        if (minutes.Approval.State == ApprovalState.Draft)
            throw new DraftException(
                "correction-of-a-draft",
                "Fassung",
                minutes.Version.Replaces is null
                    ? new Bilingual("Das Protokoll ist noch ein Entwurf; eine Berichtigung braucht es dafür nicht.", "The minutes are still a draft; they need no correction.")
                    : new Bilingual($"Die Berichtigung ist schon begonnen: Fassung {minutes.Version.Number}.", $"The correction has begun already: version {minutes.Version.Number}."),
                new Bilingual("Den Text im Dokument ändern und prüfen.", "Change the text in the document, and check it."));

        return minutes with
        {
            Approval = Approval.Draft,
            Version = new MinutesVersion(minutes.Version.Number + 1, reason) { Replaces = minutes.Version.Number },
        };
    }
}
