namespace PartnerOffice.Deliveries;

/// <summary>What a recall says of the file in the partner's library, true at the moment when the message leaves (R16).</summary>
/// <param name="Gone">It is gone, with its versions.</param>
/// <param name="InRecycleBin">It lies in the recycle bin; until when is said there, what the partner's administrator must press too.</param>
/// <param name="Pending">It could not be removed yet.</param>
public sealed record RemovalWords(string Gone, string InRecycleBin, string Pending)
{
    internal string Of(StepStatus? removal) => removal switch
    {
        { State: StepState.Done, Error: { } error } when error.StartsWith(RemovalResult.RecycleBin, StringComparison.Ordinal) =>
            InRecycleBin.Replace("{{until}}", error[RemovalResult.RecycleBin.Length..].Trim(), StringComparison.Ordinal),
        { State: StepState.Done } => Gone,
        _ => Pending,
    };
}
