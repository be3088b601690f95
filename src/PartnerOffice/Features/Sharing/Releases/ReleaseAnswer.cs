using System.Globalization;
using PartnerOffice.CommandLine;
using PartnerOffice.Core;
using PartnerOffice.Deliveries;
using Spectre.Console;

namespace PartnerOffice.Features.Sharing;

/// <summary>How a release or an approval is answered.</summary>
internal static class ReleaseAnswer
{
    /// <exception cref="ShareException">It was not recorded, with what to do.</exception>
    public static ReleaseOutcome.Recorded Require(ReleaseOutcome outcome, string number) => outcome switch
    {
        ReleaseOutcome.Recorded recorded => recorded,
        ReleaseOutcome.IsCopy copy => throw ShareException.IsCopy(copy.Known),
        ReleaseOutcome.AlreadyDelivered => throw ShareException.MinutesChanged(),
        ReleaseOutcome.WrongVersion wrong => throw ShareException.WrongVersion(wrong.Last),
        ReleaseOutcome.Withdrawn => throw ShareException.Withdrawn(number),
        _ => throw ShareException.ChangedMeanwhile(),
    };

    /// <summary>One of two boards did it, and the other is waited for: nothing left (R22).</summary>
    public static FileAnswer Of(ReleaseOutcome.AwaitsOther waits, Minutes minutes, Bilingual words, VerbContext context) => new(
        ExitCode.Done,
        Answer.Node(new { minutes = minutes.Id.ToString(), version = minutes.Version.Number, state = "awaits-other-board", missing = waits.Missing.ToString() }),
        console => console.WriteLine(context.Mark + words.In(context.Language)));

    public static int Say(FileAnswer answer, VerbContext context)
    {
        if (context.Json)
            Answer.Write(answer.Json);
        else
            answer.Say(context.Answer.People);
        return answer.ExitCode;
    }

    /// <param name="isNoted">Whether the document says it too.</param>
    public static FileAnswer Of(ReleaseOutcome.Recorded recorded, bool isNoted, VerbContext context)
    {
        var release = recorded.Release;
        return new(
            ExitCode.Done,
            Answer.Node(new
            {
                minutes = release.Minutes.ToString(),
                version = release.Version,
                state = release.State,
                edition = release.Edition,
                isNew = recorded.IsNew,
                approved = recorded.Approved.Where(one => one.Minutes != release.Minutes).Select(one => one.Minutes.ToString()),
                delivery = recorded.Delivery?.Delivery.ToString(),
                startsAt = recorded.Delivery?.StartsAt,
                noted = isNoted,
            }),
            console => Say(console, recorded, isNoted, context));
    }

    private static void Say(IAnsiConsole console, ReleaseOutcome.Recorded recorded, bool isNoted, VerbContext context)
    {
        var release = recorded.Release;
        void Line(Bilingual words) => console.WriteLine(context.Mark + words.In(context.Language));

        Line(ReleaseWords.Of(release));
        if (!recorded.IsNew)
            Line(new("Das stand schon so im Ledger.", "The ledger said so already."));
        foreach (var earlier in recorded.Approved.Where(one => one.Minutes != release.Minutes))
            Line(ReleaseWords.Of(earlier));
        if (recorded.Delivery is { StartsAt: { } at } delivery)
        {
            var local = TimeZoneInfo.ConvertTime(at, context.Partnership.Partnership.Find(release.District)!.TimeZone);
            var when = local.ToString("dd.MM.yyyy, HH:mm", CultureInfo.InvariantCulture);
            Line(new($"Wird am {when} Uhr von selbst übermittelt. Anhalten: deliveries cancel {delivery.Delivery}; jetzt: deliveries retry {delivery.Delivery}.", $"Leaves by itself on {when}. Hold: deliveries cancel {delivery.Delivery}; now: deliveries retry {delivery.Delivery}."));
        }

        if (!isNoted)
            Line(new("Der Vermerk steht noch nicht im Dokument: es ist geöffnet, oder ein Feld fehlt. Im Ledger steht er.", "The note is not in the document yet: it is open, or a field is missing. The ledger has it."));
    }
}
