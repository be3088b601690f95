using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace PartnerOffice.Sandbox;

/// <summary>How far a client has come in the changes of a calendar; opaque to it. The window is fixed by the first request.</summary>
/// <param name="Mailbox">The mailbox's user id.</param>
/// <param name="Days">Whether the days of series are told one by one.</param>
/// <param name="After">The last turn that was told to its end.</param>
/// <param name="Part">A turn that was told in part.</param>
/// <param name="Skip">How much of it.</param>
/// <param name="GoneSince">What went away up to here the client has never seen, so it need not hear that it is gone.</param>
/// <param name="Issued">When the mark was given out.</param>
internal sealed record CalendarToken(string Mailbox, bool Days, DateTimeOffset From, DateTimeOffset Until, long After, long Part, int Skip, long GoneSince, DateTimeOffset Issued)
{
    /// <summary>The mark; null when it is not one of ours, or one of another calendar.</summary>
    public static CalendarToken? Read(string text, MailboxCalendar calendar, bool days)
    {
        if (!Base64Url.IsValid(text)) return null;

        var parts = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(text)).Split(';');
        var numbers = parts.Skip(1).Select(part => long.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1).ToArray();
        if (numbers is not [0 or 1, var from, var until, var after, var part, var skip, var gone, var issued] || numbers.Any(number => number < 0)
            || parts[0] != calendar.Mailbox.State.UserId || numbers[0] == 1 != days || after > calendar.LastTurn || skip > int.MaxValue)
        {
            return null;
        }

        return new(parts[0], days, Moment(from), Moment(until), after, part, (int)skip, gone, Moment(issued));
    }

    public override string ToString() => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(string.Create(
        CultureInfo.InvariantCulture,
        $"{Mailbox};{(Days ? 1 : 0)};{From.ToUnixTimeSeconds()};{Until.ToUnixTimeSeconds()};{After};{Part};{Skip};{GoneSince};{Issued.ToUnixTimeSeconds()}")));

    private static DateTimeOffset Moment(long seconds) => DateTimeOffset.FromUnixTimeSeconds(Math.Min(seconds, DateTimeOffset.MaxValue.ToUnixTimeSeconds()));
}
