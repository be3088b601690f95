using PartnerOffice.Core;

namespace PartnerOffice.Features.SettingUp;

/// <summary>Who can repair something.</summary>
internal enum AdminRole
{
    /// <summary>Whoever runs PartnerOffice: the machine, its files, the partnership file.</summary>
    House,

    /// <summary>Administers the directory (Entra): registration, consent.</summary>
    Directory,

    /// <summary>Administers SharePoint: site, library, roles.</summary>
    SharePoint,

    /// <summary>Administers Exchange: mailboxes.</summary>
    Exchange,

    /// <summary>Whoever holds the service account's password.</summary>
    Account,
}
