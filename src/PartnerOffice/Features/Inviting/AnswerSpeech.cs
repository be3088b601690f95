using System.Globalization;
using PartnerOffice.Core;
using PartnerOffice.Deliveries;
using PartnerOffice.Meetings;

namespace PartnerOffice.Features.Inviting;

/// <summary>What somebody answered, in words: "zugesagt, von Hand eingetragen; inzwischen im Kalender: abgesagt".</summary>
internal static class AnswerSpeech
{
    public static Bilingual Of(AnswerCard card)
    {
        var (german, english) = (Words(card.Answer).German, Words(card.Answer).English);
        if (card.Way == AnswerWay.Hand)
            (german, english) = ($"{german}, von Hand eingetragen", $"{english}, entered by hand");
        if (card.Since is { } since)
        {
            var words = Words(KebabWord.Of(since));
            (german, english) = card.SinceWay == AnswerWay.Calendar
                ? ($"{german}; inzwischen im Kalender: {words.German}", $"{english}; in the calendar since: {words.English}")
                : ($"{german}; inzwischen über den Link: {words.German}", $"{english}; by the link since: {words.English}");
        }

        if (card.Proposed is { } slot)
        {
            var when = slot.Start.ToString("dd.MM.yyyy, HH:mm", CultureInfo.InvariantCulture);
            (german, english) = ($"{german}; schlägt vor: {when}", $"{english}; proposes: {when}");
        }

        return new(german, english);
    }

    private static Bilingual Words(string answer) => answer switch
    {
        "accepted" => new("zugesagt", "accepted"),
        "declined" => new("abgesagt", "declined"),
        "tentative" => new("vielleicht", "perhaps"),
        _ => new("noch offen", "still open"),
    };
}
