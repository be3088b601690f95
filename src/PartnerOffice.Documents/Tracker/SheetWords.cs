using System.Text;

namespace PartnerOffice.Documents.Tracker;

/// <summary>How a sheet spells the elements of its rows: "c", or "x:c" where its writer called the namespace so.</summary>
internal sealed class SheetWords(string prefix)
{
    public string Prefix => prefix;

    /// <summary>The beginning of a formula, or of an element whose name goes on.</summary>
    public byte[] Formula { get; } = Encoding.UTF8.GetBytes($"<{prefix}f");

    /// <summary>The beginning of a cell that says its place first, as every known program writes it.</summary>
    public byte[] Cell { get; } = Encoding.UTF8.GetBytes($"<{prefix}c r=\"");

    /// <summary>The end tag of a cell, or of an element whose name goes on.</summary>
    public byte[] CellEnd { get; } = Encoding.UTF8.GetBytes($"</{prefix}c");

    /// <summary>What stands before the words of a text that is not shared, as we write it and as others do, and what behind them.</summary>
    public byte[] KeptText { get; } = Encoding.UTF8.GetBytes($"><{prefix}is><{prefix}t xml:space=\"preserve\">");

    public byte[] Text { get; } = Encoding.UTF8.GetBytes($"><{prefix}is><{prefix}t>");

    public byte[] TextEnd { get; } = Encoding.UTF8.GetBytes($"</{prefix}t></{prefix}is></{prefix}c>");

    /// <summary>Surely a text that is not blank, by what a cell says besides its place; false says nothing.</summary>
    public bool IsText(ReadOnlySpan<byte> said) =>
        said.EndsWith(TextEnd) && said[^(TextEnd.Length + 1)] != (byte)'>' && said.IndexOf(" t=\"inlineStr\""u8) >= 0;
}
