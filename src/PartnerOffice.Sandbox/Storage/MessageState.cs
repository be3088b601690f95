using System.Text.Json.Nodes;

namespace PartnerOffice.Sandbox;

/// <summary>A message in a mailbox. Never changed in place.</summary>
internal sealed record MessageState
{
    /// <summary>The immutable id: the same in every folder.</summary>
    public required string Id { get; init; }
    public required string Mailbox { get; init; }
    public required string Folder { get; init; }

    /// <summary>What the client wrote: subject, body, recipients and the like, in Graph's own form.</summary>
    public required JsonObject Content { get; init; }

    /// <summary>The single-value extended properties, by id. They do not travel with the message.</summary>
    public SortedDictionary<string, string> Properties { get; init; } = new(StringComparer.OrdinalIgnoreCase);

    public required string InternetMessageId { get; init; }
    public required string ConversationId { get; init; }
    public required DateTimeOffset Created { get; init; }
    public required DateTimeOffset Modified { get; init; }
    public DateTimeOffset? Sent { get; init; }
    public DateTimeOffset? Received { get; init; }
    public bool IsDraft { get; init; }
    public bool IsRead { get; init; }
    public int Changes { get; init; } = 1;

    /// <summary>Until when look-ups do not find it; Sent Items are not always there at once.</summary>
    public DateTimeOffset? VisibleFrom { get; init; }

    /// <summary>The name of the readable file.</summary>
    public required string FileName { get; init; }
}
