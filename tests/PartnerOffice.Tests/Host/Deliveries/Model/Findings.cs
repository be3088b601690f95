using PartnerOffice.Deliveries;

namespace PartnerOffice.Tests.Host.Deliveries.Model;

/// <summary>What an exploration found.</summary>
/// <param name="Moments">How many different ones it looked at.</param>
/// <param name="Ends">The states in which the step came to rest with nothing left under way.</param>
/// <param name="Violation">The shortest story that ends badly; null where there is none.</param>
internal sealed record Findings(int Moments, IReadOnlySet<StepState> Ends, string? Violation);
