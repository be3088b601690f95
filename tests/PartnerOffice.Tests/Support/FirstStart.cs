using System.Security.Cryptography;
using PartnerOffice.Connections;
using PartnerOffice.Deliveries;
using PartnerOffice.Sandbox;

namespace PartnerOffice.Tests.Support;

/// <summary>
/// What the first start makes in a data directory, keys and an empty ledger, made once by the program itself and lent to each test: making it
/// takes longer than nearly everything else that a test does. A test of the first start takes a directory without it.
/// </summary>
internal static class FirstStart
{
    private static readonly Lazy<byte[]> SigningKey = new(() =>
    {
        using var key = RSA.Create(2048);
        return System.Text.Encoding.ASCII.GetBytes(key.ExportPkcs8PrivateKeyPem());
    });

    private static readonly Lazy<IReadOnlyDictionary<string, byte[]>> Identities = new(() =>
    {
        using var folder = new TemporaryFolder();
        var made = new SandboxIdentities(folder.Path);
        foreach (var district in PartnershipSample.Read().Districts)
            made.Of(district)?.Certificate?.Dispose();
        return Directory.EnumerateFiles(folder.File("sandbox-identities"), "*.pfx").ToDictionary(path => Path.GetFileName(path), File.ReadAllBytes);
    });

    private static readonly Lazy<byte[]> Ledger = new(() =>
    {
        using var folder = new TemporaryFolder();
        using (var database = new LedgerDatabase(folder.Path, new()))
        {
            database.MigrateAsync(CancellationToken.None).GetAwaiter().GetResult();
            database.CheckpointAsync(CancellationToken.None).GetAwaiter().GetResult();
        }

        return File.ReadAllBytes(folder.File(LedgerDatabase.FileName));
    });

    /// <summary>Into the data directory of an office, where it has none yet.</summary>
    public static void IntoOffice(string data)
    {
        DataFolder.Make(data);
        IntoSandbox(Path.Combine(data, "sandbox"));
        if (!File.Exists(Path.Combine(data, LedgerDatabase.FileName)) && !File.Exists(Path.Combine(data, SecretStore.FileName)))
        {
            // A ledger without its key is refused, and each directory has a key of its own.
            SecretStore.Open(data, null);
            Lend(Path.Combine(data, LedgerDatabase.FileName), Ledger.Value);
        }

        foreach (var (name, bytes) in Identities.Value)
            Lend(Path.Combine(data, "sandbox-identities", name), bytes);
    }

    /// <summary>Into the folder of a sandbox, where it has none yet.</summary>
    public static void IntoSandbox(string folder) => Lend(Path.Combine(folder, ".sandbox", "token-signing.key"), SigningKey.Value);

    private static void Lend(string path, byte[] bytes)
    {
        if (File.Exists(path))
            return;

        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        SecretFile.Write(path, bytes);
    }
}
