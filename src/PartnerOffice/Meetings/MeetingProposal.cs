using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using PartnerOffice.Core;
using PartnerOffice.Deliveries;

namespace PartnerOffice.Meetings;

/// <summary>What would leave, for a person to look at before it does: who is invited how, in which words, and what to think of first.</summary>
/// <param name="Board">As the boards that meet read it.</param>
/// <param name="Outsiders">As everybody else reads it; null where nobody else is invited.</param>
internal sealed record MeetingProposal(
    MeetingChange Change, ClearedMeeting Meeting, InvitationList List, InvitationText Board, InvitationText? Outsiders, IReadOnlyList<Finding> Findings)
{
    /// <summary>The draft that the meeting begins with; null for a move or a cancellation.</summary>
    public MinutesDraft? Draft { get; init; }

    /// <summary>The days of a series to be cancelled that are planned singly, the earliest first; none for anything else.</summary>
    public IReadOnlyList<KnownMeeting> Days { get; init; } = [];

    /// <summary>Whether those days are cancelled too; else each stays, with an event of its own.</summary>
    public bool TakesDays { get; init; }

    /// <summary>What keeps it back until it is settled.</summary>
    public IReadOnlyList<Finding> Stopping => [.. Findings.Where(finding => finding.Severity == Severity.Error)];

    /// <summary>SHA-256 over everything that leaves and to whom: a consent is given to this and to nothing else. In lower-case hexadecimal.</summary>
    public string Sha256 => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', Lines()))));

    private IEnumerable<string> Lines()
    {
        var plan = Meeting.Plan;
        yield return KebabWord.Of(Change);
        yield return string.Create(CultureInfo.InvariantCulture, $"{plan.Id} {plan.Time.Start:O} {plan.Time.End:O} {plan.Time.Zone.Id}");
        foreach (var text in (InvitationText?[])[Board, Outsiders])
        {
            yield return text?.Subject ?? "";
            yield return text?.Body ?? "";
        }

        foreach (var person in List.People)
            yield return $"{person.Id} {(person.Channel is { } channel ? KebabWord.Of(channel) : "by hand")} {person.Address}";
        foreach (var day in Days)
            yield return string.Create(CultureInfo.InvariantCulture, $"{day.Plan.Id} {day.Plan.Time.Start:O} {(TakesDays ? "cancelled" : "stays")}");
    }
}
