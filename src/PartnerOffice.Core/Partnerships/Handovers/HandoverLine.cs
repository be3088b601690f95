namespace PartnerOffice.Core;

/// <summary>One thing that is handed over: what it is, and how it stands or what comes next.</summary>
public sealed record HandoverLine(string What, string Next);
