namespace PartnerOffice.Sandbox;

/// <summary>What happens to a subscription itself.</summary>
public enum SubscriptionLifecycle
{
    /// <summary>The app must renew it or reauthorise it, and hears nothing until then.</summary>
    ReauthorizationRequired,

    /// <summary>It is gone. Of Outlook only.</summary>
    SubscriptionRemoved,

    /// <summary>Notifications were lost. Of Outlook only.</summary>
    Missed,
}
