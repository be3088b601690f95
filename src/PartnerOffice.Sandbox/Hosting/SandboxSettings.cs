using System.Globalization;

namespace PartnerOffice.Sandbox;

/// <summary>How the sandbox behaves where real tenants differ. May be changed while it runs.</summary>
public sealed class SandboxSettings
{
    /// <summary>Whether and when SharePoint writes the library's columns into an uploaded Office file, which changes its size and hash.</summary>
    public PropertyPromotion Promotion { get; set; } = PropertyPromotion.Immediate;

    /// <summary>How long after the upload a delayed promotion comes.</summary>
    public TimeSpan PromotionDelay { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// Whether the workbook API takes app-only tokens. Microsoft documents it as not supported, so the default is no.
    /// </summary>
    public bool WorkbookForApps { get; set; }

    /// <summary>Whether the workbook API answers 202 with an operation to be asked later, where the client prefers <c>respond-async</c>.</summary>
    public bool WorkbookAnswersLate { get; set; }

    /// <summary>The language in which Excel reads typed text: "1.1" is a date in German and a number in English.</summary>
    public CultureInfo WorkbookCulture { get; set; } = CultureInfo.GetCultureInfo("de-DE");

    /// <summary>Whether a Selected role with write may call permanentDelete; undocumented, so a tenant may refuse it.</summary>
    public bool PermanentDeleteForSelected { get; set; } = true;

    /// <summary>After how long a sent message shows up in Sent Items. Graph promises nothing; null means at once.</summary>
    public TimeSpan? SentItemsDelay { get; set; }

    /// <summary>How many changes a page of a delta tells, unless the client asks for fewer.</summary>
    public int DeltaPageSize { get; set; } = 200;

    /// <summary>How long the mark at the end of a delta is good for; an older one is 410. Microsoft promises nothing.</summary>
    public TimeSpan DeltaTokenLifetime { get; set; } = TimeSpan.FromDays(30);

    /// <summary>Whether LibreOffice, where it is installed, makes PDFs in Microsoft's place; without it the conversion is 501.</summary>
    public bool ConvertsToPdf { get; set; } = true;

    /// <summary>How long an upload session lives without a new fragment.</summary>
    public TimeSpan UploadSessionLifetime { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>
    /// The resource units that an app may use per minute in one tenant (1,250 in a small one); null does not limit.
    /// From 80 % on the answers carry <c>RateLimit-*</c>, beyond it they are 429.
    /// </summary>
    public int? ResourceUnitsPerMinute { get; set; }

    /// <summary>How the same request for an event is answered when it comes again with its transactionId.</summary>
    public RepeatedTransaction RepeatedTransaction { get; set; }

    /// <summary>How long a transactionId is remembered; Microsoft promises nothing, and null is for ever.</summary>
    public TimeSpan? TransactionMemory { get; set; }

    /// <summary>After how long a new event is found by those who look through the calendar's events. Graph promises nothing; null means at once.</summary>
    public TimeSpan? EventSearchDelay { get; set; }

    /// <summary>Whether the mailboxes have Teams; without it <c>isOnlineMeeting</c> comes back false.</summary>
    public bool OnlineMeetings { get; set; } = true;

    /// <summary>Whether the people of an organisation see one another's free and busy times, as Exchange has it unless an administrator changes it.</summary>
    public bool FreeBusyInside { get; set; } = true;

    /// <summary>Whether the two organisations have agreed to see one another's free and busy times.</summary>
    public bool FreeBusyAcrossTenants { get; set; }

    /// <summary>How many requests an app may have under way at once for one mailbox (4 in Exchange Online); null does not limit.</summary>
    public int? MailboxConcurrency { get; set; }

    /// <summary>How many requests an app may make for one mailbox in ten minutes (10,000 in Exchange Online); null does not limit.</summary>
    public int? MailboxRequestsPerTenMinutes { get; set; }
}
