namespace PartnerOffice.Core;

/// <summary>The tables that can lie ready in an agenda item of a draft.</summary>
[Flags]
public enum DraftTables
{
    None = 0,
    Resolutions = 1,
    Elections = 2,
    Actions = 4,
}
