namespace PartnerOffice.Core;

/// <summary>Whether a resolution spends money.</summary>
public enum ResolutionKind
{
    Motion,
    Finance,
}
