using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace PartnerOffice.Sandbox;

/// <summary>A message as a file that a mail program opens and a text editor shows.</summary>
internal static class Eml
{
    private const int LongestEncodedWord = 45;

    public static byte[] Write(MessageState message)
    {
        var text = new StringBuilder();
        Header(text, "Date", Date(message.Sent ?? message.Created));
        Header(text, "From", Addresses(message.Content["from"] is { } from ? [from] : []));
        Header(text, "To", Addresses(message.Content["toRecipients"] as JsonArray));
        Header(text, "Cc", Addresses(message.Content["ccRecipients"] as JsonArray));
        // Only the sender's own copy has it.
        Header(text, "Bcc", Addresses(message.Content["bccRecipients"] as JsonArray));
        Header(text, "Reply-To", Addresses(message.Content["replyTo"] as JsonArray));
        Header(text, "Subject", Encoded(DriveRoutes.Text(message.Content, "subject") ?? ""));
        Header(text, "Message-ID", message.InternetMessageId);
        if (message.IsDraft)
        {
            // Outlook opens a file with this line for writing instead of reading.
            Header(text, "X-Unsent", "1");
        }

        foreach (var header in message.Content["internetMessageHeaders"] as JsonArray ?? [])
        {
            Header(text, header!["name"]!.ToString(), Encoded(header["value"]!.ToString()));
        }

        var body = message.Content["body"] as JsonObject;
        var isHtml = string.Equals(body?["contentType"]?.ToString(), "html", StringComparison.OrdinalIgnoreCase);
        Header(text, "MIME-Version", "1.0");
        var boundary = MessageFiles.In(message.Content) ? $"po-{message.Id[^12..].Trim('=')}" : null;
        if (boundary is not null)
        {
            Header(text, "Content-Type", $"multipart/mixed; boundary=\"{boundary}\"");
            text.Append("\r\n--").Append(boundary).Append("\r\n");
        }

        Header(text, "Content-Type", $"text/{(isHtml ? "html" : "plain")}; charset=utf-8");
        Header(text, "Content-Transfer-Encoding", "8bit");
        text.Append("\r\n").Append((body?["content"]?.ToString() ?? "").ReplaceLineEndings("\r\n")).Append("\r\n");
        if (boundary is not null)
        {
            MessageFiles.Write(text, message.Content, boundary, name => Encoded(name));
            text.Append("--").Append(boundary).Append("--\r\n");
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    public static string Date(DateTimeOffset moment) => moment.ToString("ddd, dd MMM yyyy HH:mm:ss zz00", CultureInfo.InvariantCulture);

    public static void Header(StringBuilder text, string name, string value)
    {
        if (value.Length > 0)
        {
            // A line break inside a value would begin a header of the writer's choosing.
            text.Append(name).Append(": ").Append(value.Replace("\r", "", StringComparison.Ordinal).Replace("\n", value.StartsWith("=?", StringComparison.Ordinal) ? "\r\n" : " ", StringComparison.Ordinal)).Append("\r\n");
        }
    }

    public static string Addresses(IEnumerable<JsonNode?>? recipients) => string.Join(", ", (recipients ?? []).Select(recipient =>
    {
        var address = recipient!["emailAddress"]!;
        var name = address["name"]?.ToString();
        return string.IsNullOrEmpty(name) ? address["address"]!.ToString() : $"{Encoded(name, inPhrase: true)} <{address["address"]}>";
    }));

    /// <summary>Words outside ASCII as RFC 2047 has them, in pieces that fit a line.</summary>
    public static string Encoded(string value, bool inPhrase = false)
    {
        if (value.All(char.IsAscii))
        {
            var plain = value.ReplaceLineEndings(" ");
            return inPhrase ? $"\"{plain.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"" : plain;
        }

        var words = new List<string>();
        var piece = new StringBuilder();
        foreach (var rune in value.EnumerateRunes())
        {
            if (Encoding.UTF8.GetByteCount(piece.ToString()) + rune.Utf8SequenceLength > LongestEncodedWord)
            {
                words.Add(piece.ToString());
                piece.Clear();
            }

            piece.Append(rune.ToString());
        }

        words.Add(piece.ToString());
        return string.Join("\n ", words.Select(word => $"=?utf-8?B?{Convert.ToBase64String(Encoding.UTF8.GetBytes(word))}?="));
    }
}
