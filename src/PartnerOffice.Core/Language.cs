namespace PartnerOffice.Core;

/// <summary>The languages people read; German is the default.</summary>
public enum Language
{
    German,
    English,
}
