using System.Globalization;
using PartnerOffice.Api;
using PartnerOffice.Core;
using PartnerOffice.Deliveries;
using PartnerOffice.PersonalLinks;
using PartnerOffice.Retreats;

namespace PartnerOffice.Features.Retreats;

/// <summary>The page on which a person answers a date poll (R12): looking at it changes nothing and shows nobody's answers, not even the own ones.</summary>
internal sealed class PollLink(ServedOffice served, ServiceAddress address) : ILinkAction
{
    /// <summary>The one button.</summary>
    public const string Save = "save";

    private static readonly CultureInfo German = CultureInfo.GetCultureInfo("de-DE");
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    public string Action => PollLedger.LinkAction;

    public async Task<LinkPage?> HeadAsync(LinkPurpose purpose, CancellationToken cancellationToken)
    {
        if (await FindAsync(purpose, cancellationToken) is not { } poll) return null;

        return new(
            new($"Terminumfrage: gemeinsame Klausur {poll.Year}", $"Date poll: joint retreat {poll.Year}"),
            [
                new($"Gastgeber: Kreisverband {served.Partnership.Find(poll.Host)!.ShortName}.", $"Host: {served.Partnership.Find(poll.Host)!.ShortName}."),
                new("Wer was antwortet, sieht nur das eigene Büro; der Partner sieht Zahlen.", "Only the own office sees who answers what; the partner sees numbers."),
                new(
                    $"Antworten lassen sich bis zum {poll.Closes.ToString("d. MMMM yyyy", German)} mit demselben Link ändern.",
                    $"Answers can be changed with the same link until {poll.Closes.ToString("d MMMM yyyy", English)}."),
            ],
            [new(Save, new("Antworten speichern", "Save answers"))])
        {
            Fields = [.. poll.Dates.Select(date => new LinkField(NameOf(date), RetreatWords.Span(date, poll.LastDayOf(date)), Options))],
        };
    }

    public Task<LinkPage?> ContentAsync(LinkPurpose purpose, CancellationToken cancellationToken) => Task.FromResult<LinkPage?>(null);

    public async Task<LinkDone> ActAsync(LinkPurpose purpose, string choice, IReadOnlyDictionary<string, string> fields, CancellationToken cancellationToken)
    {
        if (choice != Save || await FindAsync(purpose, cancellationToken) is not { } poll)
            throw RetreatRefusals.UnknownPoll(purpose.Subject);

        var answers = new Dictionary<DateOnly, DayAnswer>();
        foreach (var date in poll.Dates)
        {
            if (fields.TryGetValue(NameOf(date), out var word) && KebabWord.TryParse<DayAnswer>(word, out var answer))
                answers[date] = answer;
        }

        await new PollDesk(served.Deliveries.Ledger, served.Partnership, served.Time, address.Value)
            .AnswerAsync(poll, served.Partnership.Find(purpose.District)!, PersonId.Parse(purpose.Person), answers, cancellationToken);
        return new(
            answers.Count == 1 ? new("Danke. Eine Antwort ist gespeichert.", "Thank you. One answer is saved.") : new($"Danke. {answers.Count} Antworten sind gespeichert.", $"Thank you. {answers.Count} answers are saved."),
            new("Der Link gilt weiter: Bis zum Ende der Umfrage lässt sich damit alles ändern.", "The link stays valid: everything can be changed with it until the poll ends."),
            UsesUp: false);
    }

    // Closed, over, or somebody who has left the board: settled.
    private async Task<RetreatPoll?> FindAsync(LinkPurpose purpose, CancellationToken cancellationToken)
    {
        if (served.Partnership.Find(purpose.District) is not { } own || !PollId.TryParse(purpose.Subject, out var id)) return null;

        var today = served.TodayIn(own);
        return await served.Deliveries.Ledger.Polls.FindAsync(served.Partnership.Id, id, cancellationToken) is { } poll && poll.TakesAnswersOn(today)
            && RetreatPoll.AskedOf(own, today).Any(person => person.Id.ToString() == purpose.Person)
            ? poll
            : null;
    }

    private static readonly IReadOnlyList<LinkChoice> Options =
    [
        new(KebabWord.Of(DayAnswer.Yes), new("Ja", "Yes")),
        new(KebabWord.Of(DayAnswer.IfNeeded), new("Zur Not", "If need be")),
        new(KebabWord.Of(DayAnswer.No), new("Nein", "No")),
    ];

    private static string NameOf(DateOnly date) => $"tag-{SpokenDates.Machine(date)}";
}
