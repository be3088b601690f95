namespace PartnerOffice.Deliveries;

/// <summary>One entry of the audit log.</summary>
/// <param name="Who">A person's id in the partnership file, or "service".</param>
/// <param name="What">A stable word.</param>
/// <param name="Hash">Chains it to the entry before; the last one tells a whole log from one that was cut off.</param>
public sealed record AuditEntry(long Number, DateTimeOffset At, string Who, string What, string Subject, string Detail, string Hash);
