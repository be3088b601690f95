namespace PartnerOffice.Deliveries;

/// <summary>What became of taking an edition back.</summary>
public abstract record RecallOutcome
{
    private RecallOutcome()
    {
    }

    /// <summary>It is on its way.</summary>
    /// <param name="IsNew">False where it was taken back before: this is that recall.</param>
    public sealed record Accepted(DeliveryStatus Recall, bool IsNew) : RecallOutcome;

    /// <summary>Nothing of it had begun: it is stopped, and nobody outside heard of it.</summary>
    public sealed record NeverLeft(DeliveryStatus Stopped) : RecallOutcome;
}
