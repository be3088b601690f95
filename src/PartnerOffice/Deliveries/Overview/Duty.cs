using PartnerOffice.Core;

namespace PartnerOffice.Deliveries;

/// <summary>The duty to share some minutes, and which ones. The partner is told of an open one without its meeting: that is not shared yet.</summary>
internal sealed record Duty(Obligation Obligation, string Number, DateOnly Meeting);
