namespace PartnerOffice.Graph;

/// <summary>What a connection may be told beyond the endpoint and the identity.</summary>
public sealed record GraphConnectionOptions
{
    /// <summary>The clock of waits and time limits.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>How long one request may take, its answer included.</summary>
    public TimeSpan RequestTimeout { get; init; } = TimeSpan.FromSeconds(100);

    /// <summary>Where the waits that Graph asks for are kept; by default in this connection only.</summary>
    public IScopeWaits? Waits { get; init; }

    /// <summary>What carries the requests; by default the network. The connection does not dispose it.</summary>
    public HttpMessageHandler? Transport { get; init; }
}
