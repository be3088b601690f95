namespace PartnerOffice.Core;

/// <summary>In which role a person signs the minutes.</summary>
public enum SignatureRole
{
    Chair,
    MinuteTaker,
}
