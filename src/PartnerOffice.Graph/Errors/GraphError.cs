using System.Text.Json;

namespace PartnerOffice.Graph;

/// <summary>The error object of Graph: a code, and more detailed codes nested in it.</summary>
internal sealed record GraphError(string Code, string? RequestId)
{
    private static readonly GraphError None = new("", null);

    // The codes that someone here acts on, or that an administrator is told; "take the most detailed code you know"
    // (concepts/errors of the Graph documentation). Graph's own spelling varies, hence without regard to case.
    private static readonly HashSet<string> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        "accessDenied", "activityLimitReached", "extensionError", "generalException", "invalidRange", "invalidRequest",
        "itemNotFound", "malwareDetected", "nameAlreadyExists", "notAllowed", "notSupported", "resourceModified",
        "resyncRequired", "serviceNotAvailable", "quotaLimitReached", "unauthenticated",
        "accessRestricted", "cannotSnapshotTree", "childItemCountExceeded", "entityTagDoesNotMatch", "fragmentLengthMismatch",
        "fragmentOutOfOrder", "fragmentOverlap", "invalidAcceptType", "invalidParameterFormat", "invalidPath",
        "invalidQueryOption", "invalidStartIndex", "lockMismatch", "lockNotFoundOrAlreadyExpired", "lockOwnerMismatch",
        "malformedEntityTag", "maxDocumentCountExceeded", "maxFileSizeExceeded", "maxFolderCountExceeded",
        "maxFragmentLengthExceeded", "maxItemCountExceeded", "maxQueryLengthExceeded", "parameterIsTooLong",
        "parameterIsTooSmall", "pathIsTooDeep", "pathIsTooLong", "propertyNotUpdateable", "provisioningNotAllowed",
        "resourceBeingProvisioned", "resourceLocked", "resyncApplyDifferences", "resyncChangesApplyDifferences",
        "resyncChangesUploadDifferences", "resyncUploadDifferences", "serviceReadOnly", "syncStateNotFound",
        "throttledRequest", "tooManyRedirects", "tooManyResultsRequested", "tooManyTermsInQuery", "unauthorized",
        "uploadSessionFailed", "uploadSessionIncomplete", "uploadSessionNotFound", "virusSuspicious", "zeroOrFewerResultsRequested",
        "ErrorAccessDenied", "Authorization_RequestDenied", "ErrorItemNotFound", "ErrorDuplicateTransactionId",
        "ErrorInvalidRecipients", "ErrorMessageSizeExceeded", "ErrorSendAsDenied", "ErrorMailboxMoveInProgress",
        "ApplicationThrottled", "MailboxConcurrency", "TooManyRequests", "InvalidAuthenticationToken",
        "accessConflict", "conflictUncategorized", "filteredRangeConflict", "forbiddenUncategorized", "gatewayTimeoutUncategorized",
        "insertDeleteConflict", "internalServerErrorUncategorized", "invalidArgument", "invalidReference",
        "invalidSessionAccessConflict", "invalidSessionAuthentication", "invalidSessionNotFound", "invalidSessionReCreatable",
        "invalidSessionUnsupportedWorkbook", "nonBlankCellOffSheet", "openWorkbookAccessDenied", "fileOpenUserUnauthorized",
        "payloadTooLargeUncategorized", "rangeExceedsLimit", "serviceUnavailableUncategorized", "tooManyRequestsUncategorized",
        "transientFailure", "unauthorizedUncategorized", "unsupportedWorkbook", "badRequestUncategorized",
    };

    /// <summary>Reads what it can; an answer that is no error object has no code.</summary>
    public static GraphError Read(ReadOnlySpan<byte> body)
    {
        try
        {
            var reader = new Utf8JsonReader(body);
            using var document = JsonDocument.ParseValue(ref reader);
            return Of(document.RootElement);
        }
        catch (JsonException)
        {
            return None;
        }
    }

    /// <summary>Of an object that has an <c>error</c> in it.</summary>
    public static GraphError Of(JsonElement answer)
    {
        if (!Has(answer, "error", out var error)) return None;

        string? first = null, detailed = null, requestId = null;
        for (var level = error; ;)
        {
            if (Text(level, "code") is { Length: > 0 } code)
            {
                first ??= code;
                if (Known.Contains(code)) detailed = code;
            }
            requestId = Text(level, "request-id") ?? requestId;
            if (!Has(level, "innerError", out level)) break;
        }
        return new GraphError(detailed ?? first ?? "", requestId);
    }

    // Graph writes both innerError and innererror.
    private static bool Has(JsonElement element, string name, out JsonElement value)
    {
        value = default;
        if (element.ValueKind != JsonValueKind.Object) return false;
        foreach (var property in element.EnumerateObject())
            if (property.Name.Equals(name, StringComparison.OrdinalIgnoreCase) && property.Value.ValueKind == JsonValueKind.Object)
            {
                value = property.Value;
                return true;
            }
        return false;
    }

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
