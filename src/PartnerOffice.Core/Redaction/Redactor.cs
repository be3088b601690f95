namespace PartnerOffice.Core;

/// <summary>Makes the partner edition: takes what is allowed, and withholds everything else.</summary>
public static class Redactor
{
}
