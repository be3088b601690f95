using PartnerOffice.Core;

namespace PartnerOffice.Documents.Word;

/// <summary>Words of one format in a line, and which carriers say that they stay in the board.</summary>
internal sealed record Piece(TextRun Run, bool InControl, bool InStyle, bool InSigns = false)
{
    /// <summary>Whose board the control names: empty for none, and <see cref="Contested"/> where two name different ones.</summary>
    public string Control { get; init; } = "";

    /// <summary>Whose board the sign names; empty for none.</summary>
    public string Sign { get; init; } = "";

    /// <summary>No id of a district: whoever asks for its board finds none.</summary>
    public const string Contested = "?";

    /// <summary>The board that alone may read it; null where no sign says whose, or the carriers do not agree: then it is for neither of two.</summary>
    public string? BoardOf(BoardNames boards)
    {
        if (!InSigns || boards.IdOf(Sign) is not { } named)
            return null;
        return !InControl || Control == named ? named : null;
    }

    public bool IsInternal => InControl || InStyle || InSigns;

    public bool CarriersAgree => InControl == InStyle && InStyle == InSigns;

    /// <summary>Marked by a person, or by the pane in Word on the web, where no control can be put in (R2): the two visible carriers agree.</summary>
    public bool OnlyLacksControl => InStyle && InSigns && !InControl;

    public bool IsBlank => string.IsNullOrWhiteSpace(Run.Text);
}
