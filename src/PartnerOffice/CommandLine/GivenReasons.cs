using System.CommandLine;
using PartnerOffice.Core;

namespace PartnerOffice.CommandLine;

/// <summary>What a person lets pass: <c>--accept RULE:PLACE --reason TEXT</c>, in pairs.</summary>
internal sealed class GivenReasons
{
    public Option<string[]> Accept { get; } = new("--accept") { Description = "Eine Stelle zulassen, wie --json sie nennt; zu jeder gehört ein --reason", HelpName = "REGEL:STELLE" };

    public Option<string[]> Reason { get; } = new("--reason") { Description = "Der Grund; er bleibt im Vorstand", HelpName = "TEXT" };

    /// <summary>Each place with its reason, in the order given.</summary>
    /// <exception cref="VerbException">A place has no reason, a reason no place, a pair no colon, or there are several files.</exception>
    public IReadOnlyList<GivenReason> In(VerbContext context, int files)
    {
        var reasons = Pair(context.Get(Accept) ?? [], context.Get(Reason) ?? []);
        return reasons.Count > 0 && files > 1 ? throw OneFileOnly() : reasons;
    }

    internal static IReadOnlyList<GivenReason> Pair(IReadOnlyList<string> accepted, IReadOnlyList<string> reasons)
    {
        if (accepted.Count != reasons.Count)
            throw NotPaired();

        return [.. accepted.Zip(reasons, (pair, why) => GivenReason.TryParse(pair, why, out var given) ? given : throw NotAPair(pair))];
    }

    private static VerbException NotPaired() => new(
        "accept-without-reason",
        "--accept",
        new Bilingual("Zu jedem --accept gehört genau ein --reason.", "Each --accept needs exactly one --reason."),
        new Bilingual("Stellen und Gründe paarweise angeben.", "Give places and reasons in pairs."));

    private static VerbException NotAPair(string pair) => new(
        "accept-form",
        "--accept",
        new Bilingual($"»{pair}« ist kein Paar aus Kennung und Stelle mit einem Grund.", $"\"{pair}\" is no pair of id and place with a reason."),
        new Bilingual("So angeben: --accept \"V5:TOP 3, Beschluss B 2026-07-03\" --reason \"…\".", "Write: --accept \"V5:TOP 3, Beschluss B 2026-07-03\" --reason \"...\"."));

    private static VerbException OneFileOnly() => new(
        "accept-one-file",
        "--accept",
        new Bilingual("Zugelassen wird nur in einer Datei auf einmal.", "Only one file at a time can be accepted."),
        new Bilingual("Die Dateien einzeln prüfen.", "Check the files one by one."));
}
