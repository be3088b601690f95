using Microsoft.Extensions.Logging.Abstractions;
using PartnerOffice.Connections;
using PartnerOffice.Core;
using PartnerOffice.Tests.Support;
using Xunit;

namespace PartnerOffice.Tests.Host.OwnPeople;

/// <summary>A running process follows its partnership file in what concerns people, and says what it does not follow.</summary>
public sealed class LivePartnershipTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly LivePartnership live;

    public LivePartnershipTests()
    {
        Write(PartnershipSample.Json);
        live = new(PartnershipSample.Read(), Path, NullLogger.Instance);
    }

    private string Path => folder.File("p.json");

    private string NameNow => live.Current.Districts[0].Find(PersonId.Parse("st-07"))!.Name;

    [Fact]
    public void People_hold_at_once()
    {
        Write(PartnershipSample.Json.Replace("Ingo Schablone", "Inga Schablone", StringComparison.Ordinal));

        Assert.Equal(("Inga Schablone", LiveState.Following), (NameNow, live.State));
    }

    [Fact]
    public void What_is_no_matter_of_people_waits_for_a_restart_and_that_is_said()
    {
        Write(PartnershipSample.Json.Replace("Ingo Schablone", "Inga Schablone", StringComparison.Ordinal).Replace("\"Protokolle Partner\"", "\"Anderswo\"", StringComparison.Ordinal));

        Assert.Equal(("Inga Schablone", LiveState.NeedsRestart), (NameNow, live.State));
        Assert.Equal("Protokolle Partner", live.Current.Districts[0].Library!.Folder);
    }

    [Fact]
    public void A_mistake_in_the_file_changes_nothing_until_it_is_put_right()
    {
        Write(PartnershipSample.Json[..^9]);
        Assert.Equal(("Ingo Schablone", LiveState.Unreadable), (NameNow, live.State));

        Write(PartnershipSample.Json.Replace("Ingo Schablone", "Ines Schablone-Neu", StringComparison.Ordinal));
        Assert.Equal(("Ines Schablone-Neu", LiveState.Following), (NameNow, live.State));
    }

    [Fact]
    public void A_route_writes_to_people_as_they_are_then()
    {
        var route = PartnershipRoute.Of(PartnershipSample.Read(), _ => null).Following(() => live.Current);

        Write(PartnershipSample.Json.Replace("Ingo Schablone", "Inga Schablone", StringComparison.Ordinal));

        Assert.Equal("Inga Schablone", route.Partnership!.Districts[0].Find(PersonId.Parse("st-07"))!.Name);
    }

    public void Dispose() => folder.Dispose();

    // Not within one tick of the clock: each version has a time of its own.
    private void Write(string text)
    {
        var before = File.Exists(Path) ? File.GetLastWriteTimeUtc(Path) : DateTime.UtcNow.AddMinutes(-10);
        File.WriteAllText(Path, text);
        File.SetLastWriteTimeUtc(Path, before.AddSeconds(1));
    }
}
