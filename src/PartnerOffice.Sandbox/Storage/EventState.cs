using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace PartnerOffice.Sandbox;

/// <summary>An event in the calendar of one mailbox, the organiser's or an attendee's copy. Never changed in place.</summary>
internal sealed record EventState
{
    /// <summary>The immutable id: the same in every folder.</summary>
    public required string Id { get; init; }
    public required string Mailbox { get; init; }

    /// <summary>Subject, body, times, attendees and the like, in Graph's own form. Times keep the zone in which they were written.</summary>
    public required JsonObject Content { get; init; }

    /// <summary>The single-value extended properties, by id. They stay with this copy.</summary>
    public SortedDictionary<string, string> Properties { get; init; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The same in the calendars of all who take part; another one for each occurrence of a series.</summary>
    public required string ICalUId { get; init; }
    public required bool IsOrganizer { get; init; }

    /// <summary>The series that this is an exception of.</summary>
    public string? MasterId { get; init; }

    /// <summary>The day on which the occurrence lay before it became an exception.</summary>
    public DateOnly? OriginalDate { get; init; }

    /// <summary>The days of a series that were cancelled one by one.</summary>
    public List<DateOnly> CancelledDates { get; init; } = [];

    /// <summary>Days on which the series no longer happens, with the turn in which that came, for those who follow by delta.</summary>
    public SortedDictionary<string, long> DroppedDates { get; init; } = [];

    /// <summary>What the request that made it said, so that a repeat is known from another event under the same transactionId.</summary>
    public string? RequestDigest { get; init; }
    public string Response { get; init; } = ResponseKinds.None;
    public DateTimeOffset? Responded { get; init; }
    public bool IsCancelled { get; init; }
    public required DateTimeOffset Created { get; init; }
    public required DateTimeOffset Modified { get; init; }
    public int Changes { get; init; } = 1;
    public Presence Presence { get; init; } = Presence.Here;

    /// <summary>The turn of the calendar in which it changed last.</summary>
    public long Turn { get; init; }

    /// <summary>The turn in which it came.</summary>
    public long FirstTurn { get; init; }

    /// <summary>What was mailed to those who take part; on the organiser's copy only.</summary>
    public List<MeetingMail> Sent { get; init; } = [];

    /// <summary>What those who take part answered; on the organiser's copy only.</summary>
    public List<MeetingAnswer> Answers { get; init; } = [];

    /// <summary>The name of the readable file.</summary>
    public required string FileName { get; init; }

    /// <summary>One day of a series, which is kept nowhere by itself.</summary>
    [JsonIgnore]
    public bool IsOccurrence { get; init; }

    [JsonIgnore]
    public bool IsSeries => Content["recurrence"] is JsonObject;

    [JsonIgnore]
    public bool IsHere => Presence == Presence.Here;

    [JsonIgnore]
    public string Subject => DriveRoutes.Text(Content, "subject") ?? "";

    [JsonIgnore]
    public string? TransactionId => DriveRoutes.Text(Content, "transactionId");

    [JsonIgnore]
    public IEnumerable<JsonObject> Attendees => (Content["attendees"] as JsonArray ?? []).Select(attendee => attendee!.AsObject());
}

/// <summary>How Graph writes the answers to an invitation.</summary>
internal static class ResponseKinds
{
    public const string None = "none";
    public const string Organizer = "organizer";
    public const string NotResponded = "notResponded";
    public const string Accepted = "accepted";
    public const string Declined = "declined";
    public const string TentativelyAccepted = "tentativelyAccepted";
}
