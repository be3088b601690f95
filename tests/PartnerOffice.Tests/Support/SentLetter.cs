using System.Globalization;
using System.Text;

namespace PartnerOffice.Tests.Support;

/// <summary>A message that really left a mailbox, read from the file in its sent items: nothing of it comes from the ledger.</summary>
/// <param name="Calendar">The calendar file that came with it; empty for none.</param>
internal sealed record SentLetter(string To, string Subject, DateTimeOffset At, string Text, string Calendar)
{
    public const string Moved = "Verlegt: ";
    public const string Cancelled = "Abgesagt: ";
    public const string Reminder = "Erinnerung: ";

    /// <summary>Of the personal link in it; null for none.</summary>
    public string? Token => Text.Split(MeetingLife.Service + "l/") is [_, var rest, ..] ? rest[..22] : null;

    public bool IsReminder => Subject.StartsWith(Reminder, StringComparison.Ordinal);

    public bool IsInvitation => Calendar.Length > 0 && !Subject.StartsWith(Moved, StringComparison.Ordinal) && !Subject.StartsWith(Cancelled, StringComparison.Ordinal);

    /// <summary>What a calendar program takes it for: the entry, the day of a series, which state of it.</summary>
    public string Entry => string.Join(' ', ((string[])["METHOD", "UID", "RECURRENCE-ID", "SEQUENCE"]).Select(LineOf));

    /// <summary>The entry alone, whatever state of it.</summary>
    public string Meeting => $"{LineOf("UID")} {LineOf("RECURRENCE-ID")}";

    public static SentLetter Read(string file)
    {
        var text = File.ReadAllText(file);
        var header = text.Split("\r\n\r\n", 2)[0];
        var at = Field(header, "Date");
        return new(
            Field(header, "To"), string.Concat(Field(header, "Subject").Split(["\r\n ", " =?"], StringSplitOptions.None).Select(Decoded)),
            DateTimeOffset.Parse(at.Insert(at.Length - 2, ":"), CultureInfo.InvariantCulture), text, CalendarIn(text));
    }

    private string LineOf(string name) =>
        Calendar.Split('\n').LastOrDefault(line => line.StartsWith($"{name}:", StringComparison.Ordinal) || line.StartsWith($"{name};", StringComparison.Ordinal))?.Trim() ?? "";

    private static string CalendarIn(string text)
    {
        var at = text.IndexOf("text/calendar", StringComparison.Ordinal);
        if (at < 0) return "";

        var body = text[(text.IndexOf("\r\n\r\n", at, StringComparison.Ordinal) + 4)..];
        return Encoding.UTF8.GetString(Convert.FromBase64String(body[..body.IndexOf("\r\n--", StringComparison.Ordinal)].Trim()));
    }

    private static string Field(string header, string name)
    {
        var at = header.IndexOf($"{name}: ", StringComparison.Ordinal) + name.Length + 2;
        var lines = header[at..].Split("\r\n");
        return string.Join("\r\n", lines.Take(1).Concat(lines.Skip(1).TakeWhile(line => line.StartsWith(' '))));
    }

    private static string Decoded(string word) => word.Contains("utf-8?B?", StringComparison.Ordinal) ? Encoding.UTF8.GetString(Convert.FromBase64String(word.Split("?B?")[1].Split("?=")[0])) : word;
}
