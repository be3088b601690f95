using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using PartnerOffice.Documents.Tracker;

namespace PartnerOffice.Tests.Documents.Tracker;

/// <summary>What people do to a workbook between our writes, by the Open XML SDK and not by our own code.</summary>
internal static class People
{
    /// <summary>Types a text into a cell, as a shared string like Excel; nothing empties it.</summary>
    public static byte[] Type(ReadOnlyMemory<byte> workbook, string sheet, string place, string text)
    {
        using var stream = new MemoryStream();
        stream.Write(workbook.Span);
        using (var document = SpreadsheetDocument.Open(stream, isEditable: true))
        {
            var book = document.WorkbookPart!;
            var part = (WorksheetPart)book.GetPartById(book.Workbook.Descendants<Sheet>().Single(candidate => candidate.Name == sheet).Id!);
            var cell = part.Worksheet.Descendants<Cell>().Single(candidate => candidate.CellReference == place);
            cell.RemoveAllChildren();
            cell.DataType = null;
            if (text.Length > 0)
            {
                var strings = book.SharedStringTablePart!.SharedStringTable;
                strings.AppendChild(new SharedStringItem(new Text(text)));
                cell.CellValue = new CellValue(strings.Elements<SharedStringItem>().Count() - 1);
                cell.DataType = CellValues.SharedString;
            }
        }

        return stream.ToArray();
    }

    /// <summary>Changes a part's text.</summary>
    public static byte[] Replace(ReadOnlyMemory<byte> workbook, string part, string old, string young)
    {
        var text = Sheets.Part(workbook, part);
        if (!text.Contains(old, StringComparison.Ordinal))
            throw new ArgumentException($"{part} does not say {old}");
        return RawZip.Open(workbook, 0).With(new Dictionary<string, ReadOnlyMemory<byte>> { [part] = Encoding.UTF8.GetBytes(text.Replace(old, young, StringComparison.Ordinal)) });
    }
}
