namespace PartnerOffice.Core;

/// <summary>Reads a board's own rules.</summary>
internal static class RulesReader
{
    private static readonly Bilingual FormatExpected = new(
        "ein Muster mit {Sitzung} oder {Nr}, wahlweise {Jahr}, je einmal und nicht aneinander, wie „B {Jahr}-{Sitzung}-{Nr}“",
        "a form with {Sitzung} or {Nr}, {Jahr} if wanted, each once and apart, like \"B {Jahr}-{Sitzung}-{Nr}\"");

    public static BoardRules Read(FieldReader rules) => new(
        rules.Object("quorum", ReadQuorum)!,
        rules.Whole("noticeDays", 0, 60) ?? 0,
        rules.Choice<Majority>("majority", null,
            ("simple", Majority.Simple), ("absolute", Majority.Absolute), ("two-thirds", Majority.TwoThirds)) ?? default,
        rules.Choice<ApprovalMode>("approval", null,
            ("later-meeting", ApprovalMode.LaterMeeting), ("circulation", ApprovalMode.Circulation), ("chair", ApprovalMode.Chair)) ?? default,
        rules.Object("numbers", ReadNumbers)!,
        rules.Flag("wantFigures", otherwise: false) ?? false);

    private static QuorumRule ReadQuorum(FieldReader quorum)
    {
        var counted = quorum.Choice<QuorumBase>("base", null, ("elected", QuorumBase.Elected), ("seats", QuorumBase.Seats));
        var threshold = quorum.Choice<QuorumThreshold>("threshold", null,
            ("more-than-half", QuorumThreshold.MoreThanHalf), ("at-least-half", QuorumThreshold.AtLeastHalf),
            ("at-least-two-thirds", QuorumThreshold.AtLeastTwoThirds));
        var seats = quorum.OptionalWhole("seats", 1, 200);
        if (counted == QuorumBase.Seats && !quorum.Has("seats"))
        {
            quorum.Wrong("seats", new("die Zahl der Sitze, weil nach Sitzen gezählt wird (base)", "the number of seats, since they are the base"));
        }

        return new(counted ?? default, threshold ?? default, seats);
    }

    private static NumberFormats ReadNumbers(FieldReader numbers) =>
        new(Format(numbers, "meeting"), Format(numbers, "resolution"), Format(numbers, "circulation"));

    private static NumberFormat Format(FieldReader numbers, string name) =>
        numbers.Required(name, FormatExpected, text => NumberFormat.TryParse(text, out var format) ? format : (NumberFormat?)null) ?? default;
}
