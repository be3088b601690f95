using ClosedXML.Excel;

namespace PartnerOffice.Documents.Tracker;

/// <summary>The few colours of the tracker; each text on its ground has a contrast of at least 4.5 to 1.</summary>
internal static class Palette
{
    public const string Ink = "1F3A4D", Second = "D08C2E", Quiet = "5F6B73", Line = "D5DBE0", Card = "F3F6F8", Theirs = "4F6F52";

    public static XLColor Color(string hex) => XLColor.FromHtml($"#{hex}");

    public static XLColor GoodGround => Color("E3F2E6");

    public static XLColor Good => Color("1D5B2C");

    public static XLColor CareGround => Color("FFF1D6");

    public static XLColor Care => Color("7A4B00");

    public static XLColor BadGround => Color("FBE3E1");

    public static XLColor Bad => Color("9B1C1C");
}
