using PartnerOffice.Core;

namespace PartnerOffice.Deliveries;

/// <summary>A data directory has a ledger, but its key is not there: nothing is done, since a new key would find nothing again.</summary>
public sealed class KeyLostException(string path) : RefusalException(
    "key-lost",
    path,
    new Bilingual("Zu diesem Ledger fehlt der Schlüssel.", "The key to this ledger is missing."),
    new Bilingual($"Den Schlüssel aus der Sicherung zurücklegen oder {SecretStore.Variable} setzen.", $"Put the key back from a backup, or set {SecretStore.Variable}."));
