using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using PartnerOffice.Documents.Tracker;
using Xunit;

namespace PartnerOffice.Tests.Documents.Tracker;

/// <summary>What tests ask of a workbook.</summary>
internal static class Sheets
{
    public static string Part(ReadOnlyMemory<byte> workbook, string part) =>
        Encoding.UTF8.GetString(RawZip.Open(workbook, 200_000_000).Read(part));

    /// <summary>The names of the parts whose compressed bytes differ.</summary>
    public static IReadOnlyList<string> Differing(ReadOnlyMemory<byte> before, ReadOnlyMemory<byte> after)
    {
        var old = RawZip.Open(before, 0).Entries;
        var young = RawZip.Open(after, 0).Entries;
        Assert.Equal(old.Select(entry => entry.Name), young.Select(entry => entry.Name));
        return [.. old.Zip(young).Where(pair => !pair.First.Packed.Span.SequenceEqual(pair.Second.Packed.Span)).Select(pair => pair.First.Name)];
    }

    /// <summary>Opens it in the Open XML SDK and fails on the first thing that Excel would complain about.</summary>
    public static void AssertValid(ReadOnlyMemory<byte> workbook)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(workbook.ToArray()), isEditable: false);
        var errors = new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document);
        Assert.Equal("", string.Join("\n", errors.Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}")));
    }

    public static TrackerRow Row(params (string Column, object? Value)[] cells) =>
        new(cells.ToDictionary(cell => cell.Column, cell => cell.Value switch
        {
            null => null,
            string text => (TrackerValue)new TrackerValue.Text(text),
            int number => new TrackerValue.Number(number),
            DateOnly day => new TrackerValue.Day(day),
            Uri link => new TrackerValue.Link(link),
            _ => throw new ArgumentException("no such value"),
        }, StringComparer.OrdinalIgnoreCase));

    public static TrackerChange Change(string table, params TrackerRow[] rows) => new(table, rows);
}
