namespace PartnerOffice.Api;

/// <summary>Where people reach the service, as messages name it; null while nobody said, and messages carry no links.</summary>
internal sealed class ServiceAddress
{
    public Uri? Value { get; set; }
}
