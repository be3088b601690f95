namespace PartnerOffice.Graph;

/// <summary>A message that came in for one of ours, without its words; those are asked for one by one (<see cref="MailClient.WordsOfAsync"/>).</summary>
/// <remarks>No record: what is written into a log by mistake must not name anybody.</remarks>
public sealed class MailAnswer
{
    public required MessageId Id { get; init; }

    /// <summary>Whose address it comes from; null where it says none, as some mail servers do.</summary>
    public required EmailAddress? From { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }

    public required MailOrigin Origin { get; init; }

    public override string ToString() => $"{Origin} {ReceivedAt:u}";
}
