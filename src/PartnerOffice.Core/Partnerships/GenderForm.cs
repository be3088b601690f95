namespace PartnerOffice.Core;

/// <summary>How a district writes words for people of every gender (R15).</summary>
public enum GenderForm
{
    /// <summary>Genoss*innen.</summary>
    Star,

    /// <summary>Genoss:innen.</summary>
    Colon,

    /// <summary>Genoss_innen.</summary>
    Underscore,

    /// <summary>Genoss/innen.</summary>
    Slash,

    /// <summary>Words that need no form: Mitglieder, Sitzungsleitung.</summary>
    Neutral,
}
