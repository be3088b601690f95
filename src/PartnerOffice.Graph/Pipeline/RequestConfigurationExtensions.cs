using Microsoft.Kiota.Abstractions;

namespace PartnerOffice.Graph;

internal static class RequestConfigurationExtensions
{
    /// <summary>Lets the call travel with its request, down to the handlers.</summary>
    public static void BelongsTo<T>(this RequestConfiguration<T> request, GraphCall call) where T : class, new() => request.Options.Add(call);
}
