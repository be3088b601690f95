namespace PartnerOffice.Sandbox;

/// <summary>The properties of a Graph type, from Microsoft's description of v1.0.</summary>
internal sealed class GraphType(string name, string properties, string onlyWhenSelected = "", string always = "")
{
    private const string BaseItem =
        "id createdBy createdDateTime description eTag lastModifiedBy lastModifiedDateTime name parentReference webUrl createdByUser lastModifiedByUser ";

    private readonly HashSet<string> _properties = [.. properties.Split(' ')];
    private readonly HashSet<string> _onlyWhenSelected = [.. onlyWhenSelected.Split(' ')];
    private readonly HashSet<string> _always = [.. always.Split(' ')];

    public static GraphType DriveItem { get; } = new(
        "driveItem",
        BaseItem + "audio bundle content cTag deleted file fileSystemInfo folder image location malware package pendingOperations photo publication remoteItem "
        + "root searchResult shared sharepointIds size specialFolder video webDavUrl analytics children listItem permissions retentionLabel subscriptions thumbnails versions workbook",
        onlyWhenSelected: "publication sharepointIds webDavUrl description");

    public static GraphType ListItem { get; } = new(
        "listItem",
        BaseItem + "contentType deleted sharepointIds analytics documentSetVersions driveItem fields permissions versions",
        onlyWhenSelected: "sharepointIds",
        always: "id");

    public static GraphType Drive { get; } = new(
        "drive", BaseItem + "driveType owner quota sharePointIds system bundles following items list root special", onlyWhenSelected: "sharePointIds system");

    public static GraphType Site { get; } = new(
        "site",
        BaseItem + "displayName error isPersonalSite root sharepointIds siteCollection analytics columns contentTypes drive drives externalColumns items lists onenote operations pages permissions sites termStore termStores",
        onlyWhenSelected: "sharepointIds isPersonalSite");

    public static GraphType List { get; } = new(
        "list", BaseItem + "displayName list sharepointIds system columns contentTypes drive items operations permissions subscriptions", onlyWhenSelected: "sharepointIds system");

    public static GraphType Column { get; } = new(
        "columnDefinition",
        "id boolean calculated choice columnGroup contentApprovalStatus currency dateTime defaultValue description displayName enforceUniqueValues geolocation hidden hyperlinkOrPicture indexed "
        + "isDeletable isReorderable isSealed lookup name number personOrGroup propagateChanges readOnly required sourceContentType term text thumbnail type validation sourceColumn",
        onlyWhenSelected: "isDeletable propagateChanges");

    public static GraphType DriveItemVersion { get; } = new("driveItemVersion", "id lastModifiedBy lastModifiedDateTime publication content size");

    public static GraphType ListItemVersion { get; } = new("listItemVersion", "id lastModifiedBy lastModifiedDateTime publication fields");

    public static GraphType Permission { get; } = new(
        "permission", "id expirationDateTime grantedTo grantedToIdentities grantedToIdentitiesV2 grantedToV2 hasPassword inheritedFrom invitation link roles shareId");

    public static GraphType Subscription { get; } = new(
        "subscription",
        "id applicationId changeType clientState creatorId encryptionCertificate encryptionCertificateId expirationDateTime includeResourceData latestSupportedTlsVersion lifecycleNotificationUrl "
        + "notificationQueryOptions notificationUrl notificationUrlAppId resource");

    public static GraphType Message { get; } = new(
        "message",
        "id categories changeKey createdDateTime lastModifiedDateTime bccRecipients body bodyPreview ccRecipients conversationId conversationIndex flag from hasAttachments importance "
        + "inferenceClassification internetMessageHeaders internetMessageId isDeliveryReceiptRequested isDraft isRead isReadReceiptRequested parentFolderId receivedDateTime replyTo sender sentDateTime "
        + "subject toRecipients uniqueBody webLink attachments extensions multiValueExtendedProperties singleValueExtendedProperties",
        onlyWhenSelected: "internetMessageHeaders uniqueBody",
        always: "id");

    public static GraphType Event { get; } = new(
        "event",
        "id categories changeKey createdDateTime lastModifiedDateTime allowNewTimeProposals attendees body bodyPreview cancelledOccurrences end hasAttachments hideAttendees iCalUId importance isAllDay "
        + "isCancelled isDraft isOnlineMeeting isOrganizer isReminderOn location locations onlineMeeting onlineMeetingProvider onlineMeetingUrl organizer originalEndTimeZone originalStart "
        + "originalStartTimeZone recurrence reminderMinutesBeforeStart responseRequested responseStatus sensitivity seriesMasterId showAs start subject transactionId type webLink attachments "
        + "calendar exceptionOccurrences extensions instances multiValueExtendedProperties singleValueExtendedProperties",
        onlyWhenSelected: "cancelledOccurrences",
        always: "id");

    public static GraphType Calendar { get; } = new(
        "calendar",
        "id allowedOnlineMeetingProviders canEdit canShare canViewPrivateItems changeKey color defaultOnlineMeetingProvider hexColor isDefaultCalendar isRemovable isTallyingResponses name owner "
        + "calendarPermissions calendarView events multiValueExtendedProperties singleValueExtendedProperties");

    public static GraphType MailboxSettings { get; } = new(
        "mailboxSettings", "archiveFolder automaticRepliesSetting dateFormat delegateMeetingMessageDeliveryOptions language timeFormat timeZone userPurpose workingHours");

    public string Name => name;

    public bool Has(string property) => _properties.Contains(property);

    /// <summary>Whether Graph sends it only when <c>$select</c> names it.</summary>
    public bool OnlyWhenSelected(string property) => _onlyWhenSelected.Contains(property);

    /// <summary>Whether Graph sends it even when <c>$select</c> does not name it.</summary>
    public bool Always(string property) => _always.Contains(property);
}
