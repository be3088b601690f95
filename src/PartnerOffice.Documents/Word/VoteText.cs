using System.Globalization;
using System.Text.RegularExpressions;
using PartnerOffice.Core;

namespace PartnerOffice.Documents.Word;

/// <summary>A vote in one line: "4 Ja, 0 Nein, 0 Enthaltungen, 0 ungültig (offen)".</summary>
internal static partial class VoteText
{
    private const string NotCounted = "ohne Zählung";

    public static string Write(Vote? vote) => vote switch
    {
        null => FormText.Nothing,
        { Counted: false } => $"{NotCounted} ({FormWords.VoteModes[vote.Mode]})",
        _ => $"{vote.Yes} Ja, {vote.No} Nein, {vote.Abstained} {(vote.Abstained == 1 ? "Enthaltung" : "Enthaltungen")}, {vote.Invalid} ungültig ({FormWords.VoteModes[vote.Mode]})",
    };

    /// <summary>Reads the line back; false when it is not understood. Nothing at all is no vote.</summary>
    public static bool TryRead(string? text, out Vote? vote)
    {
        vote = null;
        if (FormText.IsNothing(text))
            return true;
        if (Form().Match(text!.Trim()) is not { Success: true } match)
            return false;

        var mode = match.Groups["mode"].Success ? FormWords.VoteModes.Read(match.Groups["mode"].Value) : VoteMode.Open;
        if (mode is null)
            return false;

        int Figure(string group) => match.Groups[group].Success ? int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture) : 0;
        vote = match.Groups["yes"].Success
            ? new Vote(true, Figure("yes"), Figure("no"), Figure("abstained"), Figure("invalid"), mode.Value)
            : Vote.Uncounted(mode.Value);
        return true;
    }

    [GeneratedRegex(@"^(?:ohne Zählung|(?<yes>\d{1,5}) Ja(?:-Stimmen)?, (?<no>\d{1,5}) Nein(?:-Stimmen)?(?:, (?<abstained>\d{1,5}) Enthaltung(?:en)?)?(?:, (?<invalid>\d{1,5}) ungültig)?)(?: \((?<mode>[^)]+)\))?\.?$", RegexOptions.IgnoreCase)]
    private static partial Regex Form();
}
