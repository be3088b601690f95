namespace PartnerOffice.Deliveries;

/// <summary>What a count of a delivery's effects found, as stable words.</summary>
internal static class Verdict
{
    /// <summary>One file, one message, each row once.</summary>
    public const string AsItShouldBe = "as-it-should-be";

    /// <summary>Not counted yet.</summary>
    public const string NotYet = "not-counted";

    /// <summary>A later version took the file over; its own count says the rest.</summary>
    public const string Overtaken = "overtaken";
}
