namespace PartnerOffice.Sandbox;

/// <summary>A mailbox that sends and receives inside the sandbox.</summary>
/// <param name="Address">Its address, also the user principal name.</param>
public sealed record SeedMailbox(string Address)
{
    /// <summary>The name people read; the address when null.</summary>
    public string? DisplayName { get; init; }

    /// <summary>The user's object id; made from the address when null.</summary>
    public string? UserId { get; init; }
}
