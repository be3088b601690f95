using System.Net;
using System.Text.RegularExpressions;

namespace PartnerOffice.Sandbox;

/// <summary>Exchange keeps every body as its own HTML: what is read back is never what was written.</summary>
internal static partial class EventHtml
{
    private const string Head = "<html>\r\n<head>\r\n<meta http-equiv=\"Content-Type\" content=\"text/html; charset=utf-8\">\r\n</head>\r\n<body>\r\n";
    private const string Foot = "\r\n</body>\r\n</html>\r\n";

    public static string Rewrite(string content, bool isHtml)
    {
        if (!isHtml)
        {
            return $"{Head}<div class=\"PlainText\">{string.Join("<br>\r\n", WebUtility.HtmlEncode(content).ReplaceLineEndings("\n").Split('\n'))}</div>{Foot}";
        }

        var inner = Body().Match(content) is { Success: true } body ? body.Groups["inner"].Value : content;
        // Scripts, styles, comments and what hangs on events do not survive.
        inner = Dropped().Replace(inner, "");
        inner = Handler().Replace(inner, "");
        return Head + inner.Trim().ReplaceLineEndings("\r\n") + Foot;
    }

    /// <summary>Teams puts its way in at the end of the body.</summary>
    public static string WithLink(string html, string joinUrl)
    {
        var blob = $"<div class=\"me-email-text\"><a id=\"meet_invite_block.action.join_link\" href=\"{joinUrl}\">Jetzt an der Besprechung teilnehmen</a></div>";
        return html.Length == 0 ? Head + blob + Foot : html.Replace(Foot, "\r\n" + blob + Foot, StringComparison.Ordinal);
    }

    public static string PlainText(string html)
    {
        var inner = Body().Match(html) is { Success: true } body ? body.Groups["inner"].Value : html;
        return WebUtility.HtmlDecode(Tag().Replace(LineBreak().Replace(inner.ReplaceLineEndings("").Trim(), "\n"), "")).Trim().ReplaceLineEndings("\r\n");
    }

    [GeneratedRegex(@"<body[^>]*>(?<inner>.*)</body>", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Body();

    [GeneratedRegex(@"<!--.*?-->|<(script|style|head)\b.*?</\1\s*>|</?(html|head|body|meta)\b[^>]*>", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Dropped();

    [GeneratedRegex("""\s+on[a-z]+\s*=\s*("[^"]*"|'[^']*'|[^\s>]+)""", RegexOptions.IgnoreCase)]
    private static partial Regex Handler();

    [GeneratedRegex(@"<br\s*/?>|</p>|</div>|</tr>|</li>", RegexOptions.IgnoreCase)]
    private static partial Regex LineBreak();

    [GeneratedRegex("<[^>]*>", RegexOptions.Singleline)]
    private static partial Regex Tag();
}
