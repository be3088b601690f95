namespace PartnerOffice.Sandbox;

/// <summary>An account that a person signs in with; it need not have a mailbox.</summary>
/// <param name="UserPrincipalName">The name that is typed at the sign-in.</param>
/// <param name="DisplayName">The name people read.</param>
public sealed record SeedUser(string UserPrincipalName, string DisplayName)
{
    /// <summary>The password of every account here: who can reach the sandbox may be anybody in it.</summary>
    public const string Password = "sandbox";

    /// <summary>The account's object id; made from the name when null.</summary>
    public string? ObjectId { get; init; }
}
