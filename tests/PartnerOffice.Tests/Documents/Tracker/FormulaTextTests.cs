using PartnerOffice.Documents.Tracker;
using Xunit;

namespace PartnerOffice.Tests.Documents.Tracker;

public sealed class FormulaTextTests
{
    private static readonly CellRange s_body = new(new(2, 3), new(7, 20));

    [Theory]
    [InlineData("Daten!$C$4:$C$20", "Daten!$C$4:$C$25")]
    [InlineData("SUM(Daten!C4:C20)+1", "SUM(Daten!C4:C25)+1")]
    [InlineData("'Daten'!C4:C20", "'Daten'!C4:C25")]
    [InlineData("Daten!$A$1:$G$20,Daten!$B$4:$B$20", "Daten!$A$1:$G$25,Daten!$B$4:$B$25")]
    [InlineData("C4:C20", null)]
    [InlineData("Andere!C4:C20", null)]
    [InlineData("Daten!C4:C19", null)]
    [InlineData("Daten!C20", null)]
    [InlineData("Daten!C20:C20", null)]
    [InlineData("Daten!J4:J20", null)]
    [InlineData("\"Daten!C4:C20\"", null)]
    [InlineData("Liste[C4:C20]", null)]
    public void Ranges_to_the_last_row_grow_and_nothing_else_does(string formula, string? expected) =>
        Assert.Equal(expected, FormulaText.Stretch(formula, "Daten", null, s_body, 25));

    [Theory]
    [InlineData("C5+$C$4", "C7+$C$4")]
    [InlineData("SUM(B$1:C5)", "SUM(B$1:C7)")]
    [InlineData("LOG10(A1)&\"A1\"&Blatt2!A1&'Mein A1'!$B2", "LOG10(A3)&\"A1\"&Blatt2!A3&'Mein A1'!$B4")]
    [InlineData("Liste[[#This Row],[A1]]*2", "Liste[[#This Row],[A1]]*2")]
    [InlineData("Umsatz2026+Q1_Summe", "Umsatz2026+Q1_Summe")]
    public void Filling_down_moves_what_is_relative(string formula, string expected) =>
        Assert.Equal(expected, FormulaText.FillDown(formula, 2));
}
