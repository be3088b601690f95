namespace PartnerOffice.Core;

/// <summary>A page of the district in a social network.</summary>
public sealed record SocialLink(string Network, Uri Url);
