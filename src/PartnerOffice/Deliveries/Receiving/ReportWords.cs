using System.Text.RegularExpressions;

namespace PartnerOffice.Deliveries;

/// <summary>What a mail server's report says became of our message, by the enhanced status codes of RFC 3463. Nothing of it is kept but this.</summary>
internal static partial class ReportWords
{
    /// <summary>Null where the report tells of no failure: a delay, a receipt.</summary>
    public static ReceivingTrouble? Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var codes = Status().Matches(text).Select(match => match.Value).ToList();
        if (codes.Exists(code => code.EndsWith(".2.2", StringComparison.Ordinal))) return ReceivingTrouble.MailboxFull;
        if (codes.Exists(code => code[0] == '5')) return ReceivingTrouble.Undeliverable;

        // Servers that give no code say it in words.
        return codes.Count > 0 ? null : Full().IsMatch(text) ? ReceivingTrouble.MailboxFull : Failed().IsMatch(text) ? ReceivingTrouble.Undeliverable : null;
    }

    // Not within an address of the internet, which has four numbers, or a date.
    [GeneratedRegex(@"(?<![\d.])[45]\.\d{1,3}\.\d{1,3}(?![\d]|\.\d)")]
    private static partial Regex Status();

    [GeneratedRegex(@"mailbox( is)? full|over quota|quota exceeded|postfach( ist)? voll", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Full();

    [GeneratedRegex(@"nicht zugestellt|unzustellbar|could(n't| not) be delivered|undeliverable|delivery (has )?failed|permanent (error|failure)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Failed();
}
