namespace PartnerOffice.Core;

/// <summary>A rule of <c>minutes.md</c>, section 3, or a family that looks at the same thing.</summary>
internal interface IMinutesRule
{
    /// <summary>The ids of the rules it may name.</summary>
    IReadOnlyList<string> Ids { get; }

    /// <summary>What a person should look at, in the order of the document.</summary>
    IEnumerable<Finding> Look(CheckedMinutes given);
}
