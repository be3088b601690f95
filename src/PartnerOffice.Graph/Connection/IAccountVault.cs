namespace PartnerOffice.Graph;

/// <summary>Keeps what lets us act for an account without asking its owner again. Whoever reads it is that account: encrypt it.</summary>
public interface IAccountVault
{
    /// <summary>What was kept under this name; null when nothing was.</summary>
    ValueTask<byte[]?> ReadAsync(string name, CancellationToken cancellationToken);

    /// <summary>Keeps it, whole or not at all.</summary>
    ValueTask WriteAsync(string name, ReadOnlyMemory<byte> content, CancellationToken cancellationToken);
}
