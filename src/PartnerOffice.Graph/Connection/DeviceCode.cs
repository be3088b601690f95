namespace PartnerOffice.Graph;

/// <summary>What a person must do to sign the account in, on any device.</summary>
/// <param name="Code">To be typed there.</param>
/// <param name="Page">Where.</param>
/// <param name="Until">After that the code is void.</param>
public sealed record DeviceCode(string Code, Uri Page, DateTimeOffset Until);
