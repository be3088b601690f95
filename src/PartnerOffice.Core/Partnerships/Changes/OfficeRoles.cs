namespace PartnerOffice.Core;

/// <summary>What the roles are called, in words that fit everybody (R15).</summary>
public static class OfficeRoles
{
    /// <summary>The role, or its deputy.</summary>
    public static Bilingual NameOf(OfficeRole role, bool isDeputy = false)
    {
        var name = role switch
        {
            OfficeRole.Secretary => new Bilingual("Protokollführung", "secretary"),
            OfficeRole.Chair => new Bilingual("Sitzungsleitung", "chair"),
            OfficeRole.Coordinator => new Bilingual("Koordination", "coordinator"),
            OfficeRole.Administrator => new Bilingual("Administration", "administrator"),
            _ => throw new ArgumentOutOfRangeException(nameof(role)),
        };
        return isDeputy ? new($"{name.German} (Vertretung)", $"deputy {name.English}") : name;
    }

    /// <summary>What the role does, in a few words.</summary>
    public static Bilingual DutiesOf(OfficeRole role) => role switch
    {
        OfficeRole.Secretary => new("Protokolle schreiben und prüfen", "writing and checking minutes"),
        OfficeRole.Chair => new("Protokolle freigeben, Genehmigung eintragen", "releasing minutes, recording the approval"),
        OfficeRole.Coordinator => new("Pflichten aus dem Vertrag, Nachrichten des Partners", "duties of the contract, the partner's messages"),
        OfficeRole.Administrator => new("Einrichtung, Konten, Rechte", "settings, accounts, permissions"),
        _ => throw new ArgumentOutOfRangeException(nameof(role)),
    };
}
