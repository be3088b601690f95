namespace PartnerOffice.Sandbox;

/// <summary>An app registration that a tenant has consented to.</summary>
/// <param name="ClientId">The application (client) id, a GUID.</param>
/// <param name="DisplayName">The name shown as the one who changed a file.</param>
public sealed record SeedApp(string ClientId, string DisplayName)
{
    /// <summary>Public certificates (PEM or base64 of the DER) whose key signs the client assertions.</summary>
    public IReadOnlyList<string> Certificates { get; init; } = [];

    /// <summary>
    /// SHA-1 thumbprints, where only those are known; the assertion must then carry its certificate (<c>x5c</c>).
    /// </summary>
    public IReadOnlyList<string> CertificateThumbprints { get; init; } = [];

    /// <summary>
    /// Application permissions with consent, such as <c>Sites.Selected</c> or <c>Mail.Send</c>. A consented mail
    /// permission reaches every mailbox of the tenant; leave it out and use <see cref="SeedGrant"/> for one mailbox.
    /// </summary>
    public IReadOnlyList<string> Roles { get; init; } = [];

    /// <summary>Issuers whose tokens the app may show instead of a certificate.</summary>
    public IReadOnlyList<SeedFederation> Federations { get; init; } = [];

    /// <summary>What people may let the app do for them, such as <c>Files.ReadWrite</c>.</summary>
    public IReadOnlyList<string> DelegatedScopes { get; init; } = [];

    /// <summary>What the app itself offers to those who act for a person, such as <c>access_as_user</c> ("Expose an API").</summary>
    public IReadOnlyList<string> ExposedScopes { get; init; } = [];

    /// <summary>Whether a device without a browser may sign people in ("Allow public client flows").</summary>
    public bool AllowsPublicClients { get; init; }
}
