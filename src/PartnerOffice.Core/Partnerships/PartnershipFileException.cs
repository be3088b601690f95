namespace PartnerOffice.Core;

/// <summary>A partnership file that cannot be used; it carries every mistake, so that they can be put right in one go.</summary>
public sealed class PartnershipFileException(IReadOnlyList<PartnershipFileError> errors)
    : Exception(string.Join(Environment.NewLine, errors))
{
    /// <summary>At least one, in the order of the file.</summary>
    public IReadOnlyList<PartnershipFileError> Errors { get; } = errors;
}
