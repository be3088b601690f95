using System.Text;
using System.Text.Json.Nodes;

namespace PartnerOffice.Sandbox;

/// <summary>A mail about a meeting to somebody without a mailbox here, as a file with the calendar entry in it.</summary>
internal static class MeetingMailFile
{
    private const string Boundary = "----=_PartnerOffice_Sandbox";

    public static string Write(EventState meeting, MeetingMail mail, string? comment)
    {
        var method = mail.Kind == MeetingMailKind.Cancellation ? "CANCEL" : "REQUEST";
        var text = new StringBuilder();
        Eml.Header(text, "Date", Eml.Date(mail.At));
        Eml.Header(text, "From", Eml.Addresses(meeting.Content["organizer"] is { } organizer ? [organizer] : []));
        Eml.Header(text, "To", mail.To);
        Eml.Header(text, "Subject", Eml.Encoded(mail.Kind switch { MeetingMailKind.Cancellation => "Canceled: ", MeetingMailKind.Update => "Updated: ", _ => "" } + mail.Subject));
        Eml.Header(text, "Message-ID", $"<{Guid.NewGuid():N}@sandbox.example>");
        Eml.Header(text, "MIME-Version", "1.0");
        Eml.Header(text, "Content-Type", $"multipart/alternative; boundary=\"{Boundary}\"");
        Part(text, "text/plain; charset=utf-8", comment ?? EventHtml.PlainText(DriveRoutes.Text(meeting.Content["body"] as JsonObject, "content") ?? ""));
        Part(text, $"text/calendar; charset=utf-8; method={method}", IcsFile.Write(Hidden(meeting, mail.To), method));
        return text.Append("--").Append(Boundary).Append("--\r\n").ToString();
    }

    private static void Part(StringBuilder text, string type, string content) =>
        text.Append("\r\n--").Append(Boundary).Append("\r\nContent-Type: ").Append(type).Append("\r\nContent-Transfer-Encoding: 8bit\r\n\r\n").Append(content.ReplaceLineEndings("\r\n")).Append("\r\n");

    // Where the organiser hides the others, the mail names its reader only.
    private static EventState Hidden(EventState meeting, string to)
    {
        if (DriveRoutes.Flag(meeting.Content, "hideAttendees") != true)
        {
            return meeting;
        }

        var content = (JsonObject)meeting.Content.DeepClone();
        content["attendees"] = new JsonArray([.. meeting.Attendees.Where(attendee => string.Equals(EventRules.AddressOf(attendee), to, StringComparison.OrdinalIgnoreCase)).Select(attendee => attendee.DeepClone())]);
        return meeting with { Content = content };
    }
}
