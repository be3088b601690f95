using PartnerOffice.Core;

namespace PartnerOffice.Features.Overview;

/// <summary>A button: what it says, and which call of the API it is.</summary>
/// <param name="Call">hold, start, confirmation: the last part of the address.</param>
/// <param name="IsMain">Whether it is what should be done now.</param>
internal sealed record MatterAction(string Call, Bilingual Label, bool IsMain)
{
    /// <summary>What it does, asked before it does it; null where nothing is asked.</summary>
    public Bilingual? Question { get; init; }

    public static MatterAction Now { get; } = new("start", new("Jetzt", "Now"), IsMain: false);

    public static MatterAction Hold { get; } = new("hold", new("Anhalten", "Hold"), IsMain: false);

    public static MatterAction Again { get; } = new("start", new("Erneut versuchen", "Try again"), IsMain: true);

    public static MatterAction LookAgain { get; } = new("start", new("Noch einmal nachsehen", "Look again"), IsMain: false);

    public static MatterAction Confirm { get; } = new("confirmation", new("Bestätigen", "Confirm"), IsMain: false)
    {
        Question = new(
            "Der Partner hat gesagt: Die Fassung ist gelöscht, es gibt keine Kopien. Das wird so festgehalten.",
            "The partner has said: the edition is deleted, there are no copies. That is put on record."),
    };
}
