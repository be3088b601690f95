namespace PartnerOffice.Core;

/// <summary>What a person may do here, apart from the right to vote (D31).</summary>
public enum OfficeRole
{
    /// <summary>Protokollführung: writes and checks minutes.</summary>
    Secretary,

    /// <summary>Sitzungsleitung: releases minutes that somebody else wrote.</summary>
    Chair,

    /// <summary>Koordination: clause 7 of the contract.</summary>
    Coordinator,

    /// <summary>Administration: settings and permissions of the tenant.</summary>
    Administrator,
}
