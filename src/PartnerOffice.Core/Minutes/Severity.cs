namespace PartnerOffice.Core;

/// <summary>How a program that reads the answer sees a finding; <see cref="FindingWeight"/> says what it does to a release.</summary>
public enum Severity
{
    /// <summary>Must be settled, or passed with a reason where its weight allows it.</summary>
    Error,

    /// <summary>Worth a look; stops nothing.</summary>
    Warning,
}
