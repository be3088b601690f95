namespace PartnerOffice.Graph;

/// <summary>A token of a service account.</summary>
public sealed record AccountToken(string Value, DateTimeOffset ExpiresOn)
{
    // A token is a password for an hour.
    public override string ToString() => $"AccountToken {{ ExpiresOn = {ExpiresOn:O} }}";
}
