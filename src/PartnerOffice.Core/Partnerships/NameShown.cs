namespace PartnerOffice.Core;

/// <summary>What the partner reads where a person is meant.</summary>
public enum NameShown
{
    /// <summary>Nothing that points to the person.</summary>
    NotAtAll,

    /// <summary>Only how many they were.</summary>
    AsNumber,

    /// <summary>The role instead of the name.</summary>
    ByRole,

    /// <summary>The name.</summary>
    ByName,
}
