using PartnerOffice.Core;

namespace PartnerOffice.Documents.Edition;

/// <summary>The verifier did not let an edition out. Nothing was published; the verdict says where, never the words.</summary>
public sealed class EditionRefusedException : RefusalException
{
    internal EditionRefusedException(EditionVerdict verdict)
        : base(CodeOf(verdict), PlaceOf(verdict), ProblemOf(verdict), RemedyOf(verdict)) => Verdict = verdict;

    public EditionVerdict Verdict { get; }

    private static string CodeOf(EditionVerdict verdict) => verdict.Leaks.Count > 0 ? "leak" : "coincidence";

    private static string PlaceOf(EditionVerdict verdict) => verdict.Leaks.Count > 0
        ? $"{verdict.Leaks[0].Part}, {verdict.Leaks[0].Place} ({verdict.Leaks[0].Code})"
        : verdict.Coincidences.First(coincidence => !coincidence.IsAccepted).Place;

    private static Bilingual ProblemOf(EditionVerdict verdict) => verdict.Leaks.Count > 0
        ? new Bilingual("Die Prüfung hat in der Partnerfassung etwas gefunden, das nicht hinausdarf.", "The verifier found something in the edition that must not leave.")
        : new Bilingual("Vertrauliche Worte stehen auch an einer Stelle, die der Partner lesen darf.", "Confidential words also stand where the partner may read.");

    private static Bilingual RemedyOf(EditionVerdict verdict) => verdict.Leaks.Count > 0
        ? new Bilingual("Nichts teilen. Die Stelle im Protokoll prüfen und den Fehler melden.", "Share nothing. Check the passage in the minutes, and report the error.")
        : new Bilingual("Auch dort kennzeichnen, oder als zulässig bestätigen (--accept, --reason).", "Mark them there too, or confirm that they may stand there (--accept, --reason).");
}
