using PartnerOffice.Core;

namespace PartnerOffice.Features.Inviting;

/// <summary>A finding in the language of the pane.</summary>
/// <param name="Attendees">Places in the question's list.</param>
internal sealed record SendFindingJson(SendFindingKind Kind, bool Reminder, string Message, string Remedy, IReadOnlyList<string> People, IReadOnlyList<int> Attendees)
{
    public static SendFindingJson Of(SendFinding finding, Language language) => new(
        finding.Kind, finding.IsReminder, finding.Message.In(language), finding.Remedy.In(language), [.. finding.People.Select(person => person.ToString())], finding.Attendees);
}
