using System.Text;
using PartnerOffice.Documents.Tracker;
using Xunit;

namespace PartnerOffice.Tests.Documents.Tracker;

public sealed class TrackerChangesTests
{
    [Fact]
    public void The_shape_of_the_contract_is_read()
    {
        var changes = Parse("""
            {"table": "Sitzungen", "rows": [{"Schlüssel": "a", "Nr.": "1.1", "Ja": 4, "Datum": {"date": "2026-07-14"}, "Link": {"link": "https://partner.example/a"}, "Ort": null}]}
            """);

        var row = Assert.Single(Assert.Single(changes).Rows);
        Assert.Equal(("Sitzungen", "Schlüssel"), (changes[0].Table, changes[0].Key));
        Assert.Equal(new TrackerValue.Text("1.1"), row["Nr."]);
        Assert.Equal(new TrackerValue.Number(4), row["Ja"]);
        Assert.Equal(new TrackerValue.Day(new(2026, 7, 14)), row["Datum"]);
        Assert.Equal("https://partner.example/a", row["Link"]!.ToString());
        Assert.True(row.Cells.ContainsKey("Ort"));
        Assert.Null(row["Ort"]);
    }

    [Fact]
    public void Several_changes_come_as_an_array_and_another_key_is_named()
    {
        var changes = Parse("""[{"table": "A", "key": "Nr", "rows": [{"Nr": 7}]}, {"table": "B", "rows": []}]""");

        Assert.Equal(["A Nr", "B Schlüssel"], changes.Select(change => $"{change.Table} {change.Key}"));
    }

    [Theory]
    [InlineData("""{"table": "A"}""", "$")]
    [InlineData("""{"rows": []}""", "$")]
    [InlineData("""[1]""", "$[0]")]
    [InlineData("""{"table": 4, "rows": []}""", "$.table")]
    [InlineData("""{"table": "A", "rows": {}}""", "$.rows")]
    [InlineData("""{"table": "A", "zeilen": []}""", "$.zeilen")]
    [InlineData("""{"table": "A", "rows": [{"Ort": "x"}]}""", "$.rows[0]")]
    [InlineData("""{"table": "A", "rows": [{"Schlüssel": "  "}]}""", "$.rows[0]")]
    [InlineData("""{"table": "A", "rows": [{"Schlüssel": "a", "ORT": "x", "Ort": "y"}]}""", "$.rows[0].Ort")]
    [InlineData("""{"table": "A", "rows": [{"Schlüssel": "a", "Ort": true}]}""", "$.rows[0].Ort")]
    [InlineData("""{"table": "A", "rows": [{"Schlüssel": "a", "Ort": {"formula": "=1"}}]}""", "$.rows[0].Ort")]
    [InlineData("""{"table": "A", "rows": [{"Schlüssel": "a", "Link": {"link": "javascript:alert(1)"}}]}""", "$.rows[0].Link")]
    [InlineData("""{"table": "A", "rows": [{"Schlüssel": "a", "Am": {"date": "14.07.2026"}}]}""", "$.rows[0].Am")]
    [InlineData("""{"table": "A", "rows": [{"Schlüssel": "a", "Ja": 1e999}]}""", "$.rows[0].Ja")]
    [InlineData("{\"table\": \"A\",\n \"rows\": [}", "Zeile 2")]
    public void What_is_something_else_is_named_by_its_place(string json, string place)
    {
        var failure = Assert.Throws<TrackerChangesException>(() => Parse(json));

        Assert.Equal(place, failure.Place);
        Assert.All([failure.Problem.German, failure.Problem.English, failure.Remedy.German, failure.Remedy.English], sentence => Assert.False(string.IsNullOrWhiteSpace(sentence)));
    }

    private static IReadOnlyList<TrackerChange> Parse(string json) => TrackerChanges.Parse(Encoding.UTF8.GetBytes(json));
}
