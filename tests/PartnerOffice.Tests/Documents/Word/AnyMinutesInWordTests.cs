using CsCheck;
using PartnerOffice.Core;
using PartnerOffice.Documents.Word;
using PartnerOffice.Tests.Support;
using Xunit;

namespace PartnerOffice.Tests.Documents.Word;

public sealed class AnyMinutesInWordTests
{
    [Fact]
    public void Any_canonical_minutes_filled_and_read_are_the_same() => AnyMinutes.Canonical.Sample(minutes =>
    {
        var reading = Reading.Of(MinutesWriter.Fill(MinutesTemplate.Build(), minutes, DocumentFrame.Of(minutes)));

        Assert.Equal(MinutesJson.Write(minutes), reading.Minutes is null ? string.Join("\n", reading.Findings) : MinutesJson.Write(reading.Minutes));
    }, iter: 60);

    [Fact]
    public void Any_canonical_minutes_that_Word_saved_are_the_same() => AnyMinutes.Canonical.Sample(minutes =>
    {
        var reading = Reading.Of(WordSave.Of(MinutesWriter.Fill(MinutesTemplate.Build(), minutes, DocumentFrame.Of(minutes))));

        Assert.Equal(MinutesJson.Write(minutes), reading.Minutes is null ? string.Join("\n", reading.Findings) : MinutesJson.Write(reading.Minutes));
    }, iter: 30);
}
