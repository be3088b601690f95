using PartnerOffice.Core;
using PartnerOffice.Retreats;

namespace PartnerOffice.Features.Overview;

/// <summary>What the overview page says of joint retreats: to both the same of what binds both, to the own side what wants a person.</summary>
internal sealed class RetreatLines(RetreatPicture picture, Partnership partnership, District own, DateOnly today)
{
    private readonly int minimum = partnership.Obligations.RetreatMinimumPerBoard;

    /// <summary>The next retreat, or whose turn it is; then how the yearly duties stand that this side may see (R24).</summary>
    public IReadOnlyList<Bilingual> All() =>
    [
        .. picture.Next is { } next ? [RetreatWords.Of(next, partnership, today)] : picture.Turn.Reasons,
        .. picture.Duties.Where(duty => duty.IsSeenBy(own.Id, today) && duty.On(today) is not Standing.Met).OrderByDescending(duty => duty.Due).Take(2).Select(duty => RetreatWords.Of(duty, today)),
    ];

    /// <summary>What waits for a person of the own district.</summary>
    public IReadOnlyList<Matter> Matters() => [.. Open()];

    private IEnumerable<Matter> Open()
    {
        foreach (var retreat in picture.Retreats.Where(retreat => !retreat.IsOver))
        {
            if (retreat.Offer is { } offer)
                yield return offer.By == own.Id ? Of(MatterWeight.OnTheWay, Words.WaitsForPartner(partnership.PartnerOf(own.Id).ShortName)) : Of(MatterWeight.NeedsPerson, Words.Confirm(partnership.Find(offer.By)!.ShortName, retreat.Id.ToString()));
            if (retreat.On(today, minimum) == RetreatState.Unrecorded)
                yield return Of(MatterWeight.NeedsPerson, Words.Record(retreat.Id.ToString()));
            if (retreat is { IsInvitedOtherwise: true, Meeting: { } meeting } && retreat.On(today, minimum) == RetreatState.Agreed)
                yield return Of(MatterWeight.NeedsPerson, Words.InvitedOtherwise(meeting.ToString()));
            if (retreat is { Fixed: { } terms, Meeting: null } && terms.Host == own.Id && today < terms.Day)
                yield return Of(MatterWeight.NeedsPerson, Words.Invite(retreat.Id.ToString()));
        }

        foreach (var poll in picture.Polls.Where(poll => poll.TakesAnswersOn(today)))
            yield return Of(MatterWeight.OnTheWay, Words.PollRuns(poll.Year, poll.MissingOf(own, today).Count, poll.Id.ToString()));
        foreach (var poll in picture.Polls.Where(poll => !poll.TakesAnswersOn(today) && IsUnused(poll)))
            yield return Of(MatterWeight.NeedsPerson, Words.PollEnded(poll.Year, poll.Id.ToString()));
    }

    // Its year has neither a proposal nor anything agreed yet, and its days lie ahead.
    private bool IsUnused(RetreatPoll poll) => poll.Dates.Any(date => date > today) && picture.Retreats.All(retreat => retreat.Year != poll.Year || retreat.IsOver);

    private static Matter Of(MatterWeight weight, Bilingual sentence) => new(weight, null, Words.Retreat, sentence, null, []);

    private static class Words
    {
        public static readonly Bilingual Retreat = new("Gemeinsame Klausur", "Joint retreat");

        public static Bilingual Confirm(string partner, string retreat) => new(
            $"Vorschlag von {partner}. Er gilt, sobald die eigene Koordination ihn bestätigt, mit dem Link ihrer Nachricht oder mit: retreat confirm {retreat}",
            $"Proposal of {partner}. It binds once the own coordinator confirms it, by the link of the message or with: retreat confirm {retreat}");

        public static Bilingual WaitsForPartner(string partner) => new($"Der eigene Vorschlag wartet auf die Bestätigung von {partner}.", $"The own proposal waits for {partner} to confirm it.");

        public static Bilingual Record(string retreat) => new($"Die Klausur ist vorbei. Eintragen, wer dabei war: retreat held {retreat}", $"The retreat is over. Record who took part: retreat held {retreat}");

        public static Bilingual Invite(string retreat) => new($"Von beiden bestätigt, aber noch nicht eingeladen: retreat plan {retreat}", $"Confirmed by both, but not invited to yet: retreat plan {retreat}");

        public static Bilingual InvitedOtherwise(string meeting) => new(
            $"Eingeladen ist zu einem anderen Tag oder Ort, als beide bestätigt haben. Verlegen: meeting move {meeting}, oder den neuen Tag vorschlagen.",
            $"The invitations name another day or host than what both confirmed. Move it: meeting move {meeting}, or propose the new day.");

        public static Bilingual PollRuns(int year, int missing, string poll) => missing switch
        {
            0 => new($"Terminumfrage {year}: Im eigenen Vorstand haben alle geantwortet. Ergebnis: retreat answers {poll}", $"Date poll {year}: everybody of the own board has answered. Result: retreat answers {poll}"),
            1 => new($"Terminumfrage {year}: Im eigenen Vorstand fehlt eine Antwort.", $"Date poll {year}: one answer of the own board is missing."),
            _ => new($"Terminumfrage {year}: Im eigenen Vorstand fehlen {missing} Antworten.", $"Date poll {year}: {missing} answers of the own board are missing."),
        };

        public static Bilingual PollEnded(int year, string poll) => new(
            $"Terminumfrage {year} ist beendet. Ergebnis ansehen und einen Tag vorschlagen: retreat answers {poll}",
            $"The date poll {year} has ended. Look at the result, and propose a day: retreat answers {poll}");
    }
}
