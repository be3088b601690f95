using System.Text.Json.Nodes;
using PartnerOffice.CommandLine;
using PartnerOffice.Core;
using PartnerOffice.Retreats;
using Spectre.Console;

namespace PartnerOffice.Features.Retreats;

/// <summary>How the retreat verbs answer.</summary>
internal sealed class RetreatSpeech(VerbContext context)
{
    private readonly Partnership partnership = context.Partnership.Partnership;

    /// <summary>One retreat as it stands now, and what comes next.</summary>
    public int Say(Retreat retreat, DateOnly today)
    {
        if (context.Json)
            return Write(Answer.Node(RetreatCard.Of(retreat, partnership, today)));

        Line(retreat, today);
        if (retreat.Offer is { } offer)
        {
            var other = partnership.PartnerOf(offer.By).ShortName;
            context.Answer.Say(new Bilingual($"Verbindlich wird es, sobald die Koordination von {other} bestätigt: retreat confirm {retreat.Id}", $"It binds as soon as the coordinator of {other} confirms: retreat confirm {retreat.Id}"));
        }
        else if (retreat is { Fixed: not null, Meeting: null, IsOver: false })
        {
            context.Answer.Say(new Bilingual($"Jetzt einladen: retreat plan {retreat.Id}", $"Invite now: retreat plan {retreat.Id}"));
        }

        return ExitCode.Done;
    }

    /// <summary>Everything: whose turn, what is due, what is agreed.</summary>
    public int Say(RetreatPicture picture, RetreatsReply reply, DateOnly today)
    {
        if (context.Json)
            return Write(Answer.Node(reply));

        foreach (var reason in picture.Turn.Reasons)
            context.Answer.Say(reason);
        foreach (var duty in picture.Duties)
            context.Answer.Say(RetreatWords.Of(duty, today));
        foreach (var retreat in picture.Retreats)
            Line(retreat, today);
        foreach (var poll in picture.Polls)
            context.Answer.People.WriteLine($"{context.Mark}{poll.Id}  {RetreatWords.Of(poll, today).In(context.Language)}");
        return ExitCode.Done;
    }

    /// <summary>Days that come into question, each with its reasons, and whether people should be asked.</summary>
    public int Say(RetreatSuggestion suggestion, int most, District own)
    {
        if (context.Json)
            return Write(Answer.Node(SuggestionCard.Of(suggestion, most, own, context.Language)));

        foreach (var reason in suggestion.Turn.Reasons)
            context.Answer.Say(reason);
        foreach (var board in suggestion.Known)
            context.Answer.Say(RetreatWords.Of(board, partnership.Find(board.District)!.ShortName, board.District == own.Id));
        if (suggestion.Dates.Proposed is { Count: > 0 } dates && dates.All(date => date.Day.Year > suggestion.Year))
            context.Answer.Say(new Bilingual($"Im Jahr {suggestion.Year} passt kein Tag mehr. Diese Tage liegen danach:", $"No day of {suggestion.Year} is left. These days come after it:"));
        Say(suggestion.Dates, most);
        if (suggestion.NeedsPoll)
        {
            context.Answer.Say(new Bilingual(
                $"Von einem Vorstand sind weniger als zwei Drittel bekannt. Besser fragen: retreat poll --year {suggestion.Year} --closes TAG",
                $"Of one board less than two thirds are known. Better ask: retreat poll --year {suggestion.Year} --closes DAY"));
        }

        return suggestion.Dates.Proposed.Count > 0 ? ExitCode.Done : ExitCode.No;
    }

    /// <summary>A poll with its result, and the names of the own district alone (R11).</summary>
    public int Say(RetreatPoll poll, RetreatDates ranked, District own, DateOnly today)
    {
        var card = PollCard.Of(poll, ranked, own, today, context.Language);
        if (context.Json)
            return Write(Answer.Node(card));

        context.Answer.People.WriteLine($"{context.Mark}{poll.Id}  {RetreatWords.Of(poll, today).In(context.Language)}");
        Say(ranked, RetreatPoll.MostDates);
        foreach (var person in card.Answers)
            context.Answer.People.WriteLine($"  {person.Name}: {string.Join(", ", person.Days.Select(day => $"{day.Day:dd.MM.} {RetreatWords.Of(day.Answer).In(context.Language)}{Since(day)}"))}");
        if (card.Missing.Count > 0)
            context.Answer.Say(new Bilingual($"Noch ohne Antwort: {string.Join(", ", card.Missing)}. Am Telefon gefragt: retreat answer", $"Not answered yet: {string.Join(", ", card.Missing)}. Asked by telephone: retreat answer"));
        return ExitCode.Done;
    }

    private void Say(RetreatDates dates, int most)
    {
        foreach (var date in dates.Proposed.Take(most))
        {
            context.Answer.People.WriteLine($"{context.Mark}{RetreatWords.Span(date.Day, date.LastDay).In(context.Language)}");
            foreach (var reason in date.Reasons)
                context.Answer.Say(new Bilingual($"    {reason.German}", $"    {reason.English}"));
        }

        if (dates.Proposed.Count == 0)
        {
            context.Answer.Say(new Bilingual("In dieser Zeit passt kein Tag.", "No day fits in this time."));
            foreach (var refused in dates.Refused)
                context.Answer.People.WriteLine($"  {RetreatWords.Span(refused.Day, refused.LastDay).In(context.Language)}: {refused.Reason.In(context.Language)}");
        }
    }

    private string Since(PollCard.OneDay day) => day.Own is { } own
        ? new Bilingual($" (inzwischen selbst: {RetreatWords.Of(own).German})", $" (since then by link: {RetreatWords.Of(own).English})").In(context.Language)
        : day.ByHand ? new Bilingual(" (vom Büro eingetragen)", " (entered by the office)").In(context.Language) : "";

    private void Line(Retreat retreat, DateOnly today) =>
        context.Answer.People.WriteLine($"{context.Mark}{retreat.Id}  {RetreatWords.Of(retreat, partnership, today).In(context.Language)}");

    private int Write(JsonNode json)
    {
        if (context.IsSandbox)
            json["sandbox"] = true;
        Answer.Write(json);
        return ExitCode.Done;
    }
}
