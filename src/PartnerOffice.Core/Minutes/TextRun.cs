using System.Text.Json.Serialization;

namespace PartnerOffice.Core;

/// <summary>Words of one format. A format that is off is not written.</summary>
public sealed record TextRun(string Text)
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Bold { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Italic { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Underline { get; init; }

    /// <summary>An https or mailto address.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Link { get; init; }

    /// <summary>Whether these words stay in the board.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Internal { get; init; }

    /// <summary>The board that alone may read them in a joint meeting; null where no sign says whose.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? BoardOf { get; init; }

    /// <summary>Whether the other run has the same format, so that the two are one in canonical form.</summary>
    public bool LooksLike(TextRun other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return this with { Text = other.Text } == other;
    }
}
