namespace PartnerOffice.Core;

/// <summary>V11: invited within the board's notice period, or urgent with a reason.</summary>
internal sealed class InvitationRules : IMinutesRule
{
    private const string Rule = "V11";

    public IReadOnlyList<string> Ids { get; } = [Rule];

    public IEnumerable<Finding> Look(CheckedMinutes given)
    {
        foreach (var person in Forgotten(given))
            yield return NotInvited(person.Name).Hint(Rule, Places.Invitation);

        // A missing day, and one after the meeting, belong to other rules.
        if (given.Minutes.Invitation is not { SentOn: { } sent, Reason: null } invitation || sent > given.Minutes.Date)
            yield break;

        var days = NoticePeriod.Between(sent, given.Minutes.Date);
        if (given.IsBoardMeeting && given.District?.Rules.NoticeDays is { } wanted && days < wanted)
            yield return TooShort(days, wanted).Hint(Rule, Places.Invitation);
        else if (invitation.InTime == false)
            yield return NotInTime().Hint(Rule, Places.Invitation);
    }

    // Who was invited how is known where the meeting was planned here; nobody keeps a second list for it.
    private static IEnumerable<Person> Forgotten(CheckedMinutes given) => given is { IsBoardMeeting: true, Context.Invited: { } invited }
        ? given.Boards.Select(given.DistrictOf).OfType<District>().SelectMany(board => board.BoardOn(given.Minutes.Date)).Where(member => !invited.Any(one => one.Person == member.Id))
        : [];

    private static Advice NotInvited(string person) => new(
        $"Für {person} ist keine Einladung vermerkt.", $"No invitation is recorded for {person}.",
        "Nachtragen, wie und wann die Person eingeladen wurde.", "Record how and when the person was invited.");

    private static Advice TooShort(int days, int wanted) => new(
        $"Zwischen Einladung und Sitzung liegen {days} volle Tage, die Frist ist {wanted}.", $"There are {days} whole days between invitation and meeting, the notice is {wanted}.",
        "Den Grund der Eile eintragen oder das Datum der Einladung prüfen.", "Enter the reason of the urgency, or check the date of the invitation.");

    private static Advice NotInTime() => new(
        "Die Einladungsfrist ist als nicht eingehalten eingetragen, ein Grund fehlt.", "The notice period is entered as not kept, without a reason.",
        "Den Grund der Eile eintragen.", "Enter the reason of the urgency.");
}
