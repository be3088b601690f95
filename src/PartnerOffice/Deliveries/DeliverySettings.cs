using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using PartnerOffice.Connections;
using PartnerOffice.Graph;

namespace PartnerOffice.Deliveries;

/// <summary>What a delivery office is opened with.</summary>
public sealed record DeliverySettings
{
    /// <summary>Holds the ledger, the key and the sandbox; made when missing. Any number of processes may use it at once.</summary>
    public required string DataDirectory { get; init; }

    /// <summary>Where to. A delivery of another partnership stays queued.</summary>
    public required IReadOnlyList<PartnershipRoute> Routes { get; init; }

    /// <summary>The Graph to speak to; null for the embedded sandbox.</summary>
    public GraphEndpoint? Endpoint { get; init; }

    /// <summary>The sandbox that the owner runs where there is no <see cref="Endpoint"/>; its new trackers are laid into a stand-alone sandbox too.</summary>
    public EmbeddedSandbox? Sandbox { get; init; }

    /// <summary>Where people reach the service, as messages name it; null: messages carry no links.</summary>
    public Uri? PublicAddress { get; init; }

    /// <summary>False for a process that only looks (<c>deliveries list</c>): it never becomes the owner.</summary>
    public bool MayOwn { get; init; } = true;

    /// <summary>How long an owner that is done with its own delivery goes on with what others have queued, before it hands over.</summary>
    public TimeSpan HandsOverAfter { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The one secret, 32 bytes in base64; by default from the environment, else from a file in the data directory.</summary>
    public string? Key { get; init; } = Environment.GetEnvironmentVariable(SecretStore.Variable);

    public TimeProvider Time { get; init; } = TimeProvider.System;

    public ILoggerFactory Loggers { get; init; } = NullLoggerFactory.Instance;

    internal CrashPoint Crash { get; init; } = new();

    internal TimeSpan? BusyTimeout { get; init; }

    internal GraphConnectionOptions Graph { get; init; } = new();
}
