namespace PartnerOffice.Core;

/// <summary>A reason was given for a finding that is not there, or that no reason can let pass.</summary>
public sealed class AcceptanceException : RefusalException
{
    private AcceptanceException(string code, string place, Bilingual problem, Bilingual remedy)
        : base(code, place, problem, remedy)
    {
    }

    internal static AcceptanceException NothingThere(GivenReason acceptance) => new(
        "nothing-to-accept",
        acceptance.Place,
        new Bilingual("An dieser Stelle gibt es nichts dergleichen zu begründen.", "There is nothing of that kind to accept at this place."),
        new Bilingual("Kennung und Stelle genau so angeben, wie die Prüfung sie mit --json nennt.", "Give id and place exactly as the check names them with --json."));

    internal static AcceptanceException CannotPass(GivenReason acceptance) => new(
        "cannot-be-accepted",
        acceptance.Place,
        new Bilingual("Das lässt sich nicht mit einem Grund zulassen.", "No reason can let this pass."),
        new Bilingual("Die Stelle im Protokoll klären und neu prüfen.", "Settle it in the minutes and check again."));
}
