using PartnerOffice.Core;

namespace PartnerOffice.Documents.Word;

/// <summary>Words of one format in a line, and which carriers say that they stay in the board.</summary>
internal sealed record Piece(TextRun Run, bool InControl, bool InStyle, bool InSigns = false)
{
    public bool IsInternal => InControl || InStyle || InSigns;

    public bool CarriersAgree => InControl == InStyle && InStyle == InSigns;

    /// <summary>Marked by a person, or by the pane in Word on the web, where no control can be put in (R2): the two visible carriers agree.</summary>
    public bool OnlyLacksControl => InStyle && InSigns && !InControl;

    public bool IsBlank => string.IsNullOrWhiteSpace(Run.Text);
}
