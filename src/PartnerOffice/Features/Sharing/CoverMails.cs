using System.Globalization;
using PartnerOffice.Core;
using PartnerOffice.Deliveries;

namespace PartnerOffice.Features.Sharing;

/// <summary>The mail to the partner's coordinator: which minutes came, what is worth a look, one link, and how to take note (R17).</summary>
internal static class CoverMails
{
    /// <summary>The words of the mail that are no secret: they stand in every one.</summary>
    public const string FixedWords =
        "Protokoll vom das ist da, vorbehaltlich der Genehmigung: Hinweise: TOP Zur Kenntnis nehmen: diese Nachricht mit »ok« beantworten. Der Eintrag im Tracker folgt. Es ist jetzt genehmigt und ersetzt die bisherige Fassung";

    private const int Headlines = 3;

    /// <param name="edition">Of a joint meeting what both boards may read: the mail lies in the mailboxes of both (R22).</param>
    /// <param name="use">What the reader may do with the edition.</param>
    /// <param name="wasProvisional">Whether the partner has this version already, from before its approval.</param>
    /// <param name="delivery">Of which its reader is to take note.</param>
    public static CoverMail Of(PartnerEdition edition, string use, DeliveryId delivery, District sender, District partner, DateOnly today, bool wasProvisional = false)
    {
        var reader = Receivers.Reader(partner, today);
        var minutes = edition.Content;
        var date = minutes.Date.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture);
        var headlines = minutes.Items.Where(item => item is { Audience: Audience.Partner, PartnerNote: not null }).Take(Headlines).Select(item => $"TOP {item.Number}: {item.PartnerNote}").ToList();
        string?[] lines =
        [
            $"{partner.Salutation},",
            "",
            $"das Protokoll {minutes.Number} ({(minutes.IsJoint ? minutes.Board : $"{minutes.Board} {sender.ShortName}")}, {date}) ist {(wasProvisional ? "jetzt genehmigt" : "da")}{(edition.IsSubjectToApproval ? ", vorbehaltlich der Genehmigung" : "")}:",
            CoverMail.LinkPlace,
            minutes.Version.Number > 1 && !wasProvisional ? $"Es ist Fassung {minutes.Version.Number} und ersetzt die bisherige." : null,
            headlines.Count > 0 ? "Hinweise: " + string.Join(" · ", headlines) : null,
            CoverMail.NoticePlace,
            CoverMail.TrackerPlace,
            "",
            use,
            "",
            sender.Name,
        ];
        return new CoverMail(
            reader is { } known ? [known.Address] : [],
            $"Protokoll {minutes.Number} vom {date} – {sender.ShortName}",
            string.Join("\n", lines.OfType<string>()),
            "Der Eintrag im Tracker folgt.")
        {
            ReplyTo = Receivers.Answered(sender, today),
            Notice = reader is { } asked ? new(delivery, partner.Id, asked.Person) : null,
        };
    }
}
