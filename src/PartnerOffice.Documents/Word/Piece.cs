using PartnerOffice.Core;

namespace PartnerOffice.Documents.Word;

/// <summary>Words of one format in a line, and which carriers say that they stay in the board.</summary>
internal sealed record Piece(TextRun Run, bool InControl, bool InStyle, bool InSigns = false)
{
    public bool IsInternal => InControl || InStyle || InSigns;

    public bool CarriersAgree => InControl == InStyle && InStyle == InSigns;

    public bool IsBlank => string.IsNullOrWhiteSpace(Run.Text);
}
