namespace PartnerOffice.Deliveries;

/// <summary>What became of handing in a consignment.</summary>
public abstract record EnqueueOutcome
{
    private EnqueueOutcome()
    {
    }

    /// <summary>It is in the ledger and will be delivered, whatever happens to this process.</summary>
    /// <param name="IsNew">False when the same minutes were handed in before: this is that delivery.</param>
    public sealed record Accepted(DeliveryStatus Delivery, bool IsNew) : EnqueueOutcome;

    /// <summary>The ledger knows this version of these minutes with another content (D4, <c>minutes-changed</c>); nothing was changed.</summary>
    public sealed record MinutesChanged(DeliveryStatus Known) : EnqueueOutcome;

    /// <summary>The ledger knows no release of this content, or it was opened again (D25).</summary>
    public sealed record NotReleased : EnqueueOutcome;

    /// <summary>This version was taken back and never goes out again (R16).</summary>
    public sealed record AlreadyWithdrawn(DeliveryStatus Known) : EnqueueOutcome;

    /// <summary>A message that cannot wait and is not worth more than its receivers are to get (R24); nothing was kept of it.</summary>
    public sealed record EnoughMails : EnqueueOutcome;

    /// <summary>A later version of these minutes went this way already.</summary>
    public sealed record OtherVersionKnown(DeliveryStatus Known) : EnqueueOutcome;
}
