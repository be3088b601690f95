namespace PartnerOffice.Core;

/// <summary>What a board may do with the minutes it receives (R18): one line on every page, in the library and in the mail.</summary>
/// <param name="Line">The agreed line, with the places <c>{Empfänger}</c> and <c>{Absender}</c>; null where nothing was agreed.</param>
/// <param name="AgreedOn">When each board agreed to the line.</param>
public sealed record PermittedUse(string? Line, IReadOnlyDictionary<DistrictId, DateOnly> AgreedOn)
{
    /// <summary>The line that holds until both boards agreed on another: only the receiving board.</summary>
    public const string BoardOnly =
        "Vertraulich. Nur für den Kreisvorstand {Empfänger}; Weitergabe oder Veröffentlichung nur mit Zustimmung des Kreisverbands {Absender}.";

    internal const string RecipientPlace = "{Empfänger}", SenderPlace = "{Absender}";

    /// <summary>The line in force on <paramref name="day"/> between these two, with their short names in it.</summary>
    /// <remarks>A line that one of them had not agreed to on that day is not in force, and the stricter one holds.</remarks>
    public string Between(District sender, District recipient, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(sender);
        ArgumentNullException.ThrowIfNull(recipient);

        var line = Line is not null && HasAgreed(sender, day) && HasAgreed(recipient, day) ? Line : BoardOnly;
        return line
            .Replace(RecipientPlace, recipient.ShortName, StringComparison.Ordinal)
            .Replace(SenderPlace, sender.ShortName, StringComparison.Ordinal);
    }

    private bool HasAgreed(District district, DateOnly day) => AgreedOn.TryGetValue(district.Id, out var agreed) && agreed <= day;
}
