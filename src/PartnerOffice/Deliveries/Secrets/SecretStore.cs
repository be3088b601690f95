using System.Security.Cryptography;

namespace PartnerOffice.Deliveries;

/// <summary>Where the service's one secret comes from: the environment, else a file in the data directory that only its owner may read.</summary>
internal static class SecretStore
{
    /// <summary>32 bytes in base64.</summary>
    public const string Variable = "PartnerOffice__Deliveries__Key";

    /// <summary>Its name in the data directory.</summary>
    public const string FileName = "key";

    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <exception cref="KeyLostException">There is a ledger, and no key to it.</exception>
    /// <exception cref="FormatException">The variable or the file does not hold 32 bytes in base64.</exception>
    public static DeliverySecrets Open(string dataDirectory, string? fromEnvironment)
    {
        if (!string.IsNullOrWhiteSpace(fromEnvironment)) return new(Parse(fromEnvironment, Variable));

        var path = Path.Combine(dataDirectory, FileName);
        if (!File.Exists(path))
        {
            // Ten processes may start at once: one makes the key, and all read that one. A rename alone may replace another's.
            using var alone = FileLock.Wait(path + ".lock");
            if (!File.Exists(path))
            {
                // A new key would seal and find nothing of what is there, and nobody would notice.
                if (File.Exists(Path.Combine(dataDirectory, LedgerDatabase.FileName))) throw new KeyLostException(path);
                Create(path);
            }
        }

        return new(Parse(File.ReadAllText(path), path));
    }

    private static void Create(string path)
    {
        var temporary = $"{path}.{Guid.NewGuid():N}";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = OwnerOnly;
        using (var file = new FileStream(temporary, options))
        using (var writer = new StreamWriter(file))
        {
            writer.Write(Convert.ToBase64String(RandomNumberGenerator.GetBytes(DeliverySecrets.KeyBytes)));
            writer.Flush();
            file.Flush(flushToDisk: true);
        }

        File.Move(temporary, path, overwrite: false);
    }

    private static byte[] Parse(string text, string place)
    {
        var key = new byte[DeliverySecrets.KeyBytes];
        return Convert.TryFromBase64String(text.Trim(), key, out var length) && length == key.Length
            ? key
            : throw new FormatException($"{place} does not hold {DeliverySecrets.KeyBytes} bytes in base64.");
    }
}
