using System.Text.RegularExpressions;

namespace PartnerOffice.Documents.Import;

/// <summary>Parts a line into sentences; days ("14. Juli") and short forms do not end one.</summary>
internal static partial class Sentences
{
    public static IReadOnlyList<string> Of(string line) => [.. End().Split(line).Select(sentence => sentence.Trim()).Where(sentence => sentence.Length > 0)];

    [GeneratedRegex(@"(?<=[\p{L}\d)\]»“""]{2}[.!?][“”""«]?)(?<!\b\d{1,2}\.)(?<!\b(?:Nr|ca|stellv|Stellv|Gen|Hr|Fr|Prof|Beschl|Verantw|verantw|zust|Vors|Vorst|Bgm|e\.V|einst|mehrh|Abst|bzw|inkl|evtl|ggf|Dr|Enth|Abs|usw|vgl|Str|St|Tel|zzgl|max|min|Std|u\.a|z\.B|i\.d\.R)\.)\s+(?=[A-ZÄÖÜÇŞÉ„»""(\[→]|->|=>)")]
    private static partial Regex End();
}
