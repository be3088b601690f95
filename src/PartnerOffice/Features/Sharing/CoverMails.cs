using System.Globalization;
using PartnerOffice.Core;
using PartnerOffice.Deliveries;

namespace PartnerOffice.Features.Sharing;

/// <summary>The mail to the partner's coordinator: which minutes came, what is worth a look, one link, and how to take note (R17).</summary>
internal static class CoverMails
{
    /// <summary>The words of the mail that are no secret: they stand in every one.</summary>
    public const string FixedWords =
        "Protokoll vom das ist da, vorbehaltlich der Genehmigung: Hinweise: TOP Zur Kenntnis nehmen: diese Nachricht mit »ok« beantworten. Der Eintrag im Tracker folgt.";

    private const int Headlines = 3;

    public static CoverMail Of(PartnerEdition edition, District sender, District partner, DateOnly today)
    {
        var minutes = edition.Content;
        var date = minutes.Date.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture);
        var headlines = minutes.Items.Where(item => item.PartnerNote is not null).Take(Headlines).Select(item => $"TOP {item.Number}: {item.PartnerNote}").ToList();
        string?[] lines =
        [
            $"{partner.Salutation},",
            "",
            $"das Protokoll {minutes.Number} ({minutes.Board} {sender.ShortName}, {date}) ist da{(edition.IsSubjectToApproval ? ", vorbehaltlich der Genehmigung" : "")}:",
            CoverMail.LinkPlace,
            headlines.Count > 0 ? "Hinweise: " + string.Join(" · ", headlines) : null,
            "Zur Kenntnis nehmen: diese Nachricht mit »ok« beantworten.",
            CoverMail.TrackerPlace,
            "",
            edition.Frame.Use,
            "",
            sender.Name,
        ];
        return new CoverMail(
            Receivers(partner, today),
            $"Protokoll {minutes.Number} vom {date} – {sender.ShortName}",
            string.Join("\n", lines.OfType<string>()),
            "Der Eintrag im Tracker folgt.");
    }

    // The office's own address before a person's: a role mailbox is read in holidays too, and a private address is nobody else's business (R11).
    private static IReadOnlyList<string> Receivers(District partner, DateOnly today)
    {
        foreach (var person in (Person?[])[partner.CoordinatorOn(today), partner.DeputyCoordinatorOn(today)])
        {
            if (person?.Addresses.FirstOrDefault(address => !address.IsPrivate) is { } address)
                return [address.Mail.ToString()];
        }

        return partner.Mailbox is { } mailbox ? [mailbox.ToString()]
            : partner.CoordinatorOn(today)?.Addresses is [var own, ..] ? [own.Mail.ToString()]
            : [];
    }
}
