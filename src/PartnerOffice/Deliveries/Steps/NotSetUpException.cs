namespace PartnerOffice.Deliveries;

/// <summary>A district is not set up yet; the delivery waits until it is (R20).</summary>
/// <param name="isPartner">Whether it is the receiving one: then a person says once when what waited goes out.</param>
internal sealed class NotSetUpException(string what, bool isPartner = false) : Exception($"Not set up yet: {what}.")
{
    public bool IsPartner => isPartner;
}
