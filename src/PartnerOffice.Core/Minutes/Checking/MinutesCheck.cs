namespace PartnerOffice.Core;

/// <summary>Checks minutes by the rules of good board minutes and of the two districts.</summary>
/// <remarks>
/// Pure: the same minutes in the same context have the same findings. Minutes record what happened: no finding judges a resolution,
/// and none can be settled only by inventing a figure (R6). V15, V17, V18 and V25 belong to the document: its reader, the verifier and the look at its form.
/// </remarks>
public static class MinutesCheck
{
    private static readonly IReadOnlyList<IMinutesRule> Registry =
    [
        new IdentityRules(),
        new AudienceRules(),
        new ContactRules(),
        new UnknownNameRules(),
        new RequiredFieldRules(),
        new PlaceholderRules(),
        new TimeRules(),
        new AttendanceRules(),
        new QuorumRules(),
        new VoteRules(),
        new OutcomeRules(),
        new NumberRules(),
        new AgendaRules(),
        new CirculationRules(),
        new InvitationRules(),
        new ActionRules(),
        new ApprovalRules(),
        new SignatureRules(),
        new SensitiveWordRules(),
        new ReleaseRules(),
        new DeadlineRules(),
        new VersionRules(),
    ];

    /// <summary>The ids of all rules that the check may name, in order.</summary>
    public static IReadOnlyList<string> RuleIds { get; } =
        [.. Registry.SelectMany(rule => rule.Ids).Distinct().OrderBy(id => int.Parse(id.AsSpan(1), System.Globalization.CultureInfo.InvariantCulture))];

    /// <summary>What a person should look at: what stops first, then what needs a reason, then hints; each in the order of the document.</summary>
    public static IReadOnlyList<Finding> Run(Minutes minutes, CheckContext context)
    {
        ArgumentNullException.ThrowIfNull(minutes);
        ArgumentNullException.ThrowIfNull(context);

        try
        {
            var given = new CheckedMinutes(CanonicalMinutes.Of(minutes), context);
            return
            [
                .. Registry.SelectMany(rule => rule.Look(given))
                    .DistinctBy(finding => (finding.Rule, finding.Place, finding.Message.German))
                    .OrderBy(finding => finding.Weight)
                    .ThenBy(finding => given.OrderOf(finding.Place)),
            ];
        }
        catch (MinutesFormatException wrong)
        {
            // What has no canonical form cannot be filled, read or shared either.
            return [new Finding("V1", Severity.Error, wrong.Place, wrong.Problem, wrong.Remedy)];
        }
    }
}
