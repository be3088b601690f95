using PartnerOffice.Deliveries;

namespace PartnerOffice.Tests.Host.Deliveries.Model;

/// <summary>What an executor does next. Between two of these it does nothing that anybody else could see.</summary>
internal abstract record Act
{
    private Act()
    {
    }

    /// <summary>Asks Graph.</summary>
    public sealed record Ask(Request Request) : Act;

    /// <summary>Commits what happened, if the step is still its own.</summary>
    /// <param name="RemoteId">What was learnt; null leaves what the row says.</param>
    /// <param name="Says">What the row tells people.</param>
    public sealed record Save(StepEvent Happened, int? RemoteId = null, Word Says = Word.None) : Act;

    /// <summary>Reads from the ledger which workbook sessions may still be open, as bits.</summary>
    public sealed record Recall : Act;

    /// <summary>Keeps the id of a session before it is used.</summary>
    public sealed record Remember(int Session) : Act;

    /// <summary>A session was seen closed.</summary>
    public sealed record Forget(int Session) : Act;

    /// <summary>Looks at the clock. Nobody knows how long the executor slept, so it may be late at any look.</summary>
    public sealed record LookAtTheClock : Act;
}
