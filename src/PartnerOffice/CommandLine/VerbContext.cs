using System.CommandLine;
using Microsoft.Extensions.Logging;
using PartnerOffice.Connections;
using PartnerOffice.Core;
using PartnerOffice.Deliveries;

namespace PartnerOffice.CommandLine;

/// <summary>What a verb runs with: the common options, and the two ways to answer.</summary>
internal sealed class VerbContext(ParseResult parsed, CommonOptions options)
{
    private readonly Lazy<PartnershipSource> partnership = new(() => PartnershipSource.Load(parsed.GetValue(options.Partnership)));

    public bool Json => parsed.GetValue(options.Json);

    public Language Language => parsed.GetValue(options.Lang);

    public DirectoryInfo Data => new(parsed.GetValue(options.Data)!);

    /// <summary>The partnership file named on the command line, or the built-in sample.</summary>
    public PartnershipSource Partnership => partnership.Value;

    public Answer Answer { get; } = new(parsed.GetValue(options.Json), parsed.GetValue(options.Lang));

    /// <summary>What the check knows of these minutes today, in their district's zone; null where there are none.</summary>
    public CheckContext? CheckContextOf(Minutes? minutes)
    {
        if (minutes is null)
            return null;

        var partnership = Partnership.Partnership;
        var zone = partnership.Find(minutes.District)?.TimeZone ?? TimeZoneInfo.Utc;
        return CheckContext.For(minutes, partnership, TimeProvider.System.Today(zone));
    }

    /// <summary>Whether nothing leaves this machine. Every answer then says so (D21).</summary>
    public bool IsSandbox => Partnership.Partnership.Graph == GraphKind.Sandbox;

    /// <summary>What begins every line about a delivery.</summary>
    public string Mark => IsSandbox ? "SANDBOX  " : "";

    public Task<DeliveryOffice> OpenDeliveriesAsync(CancellationToken cancellationToken, bool mayOwn = true) =>
        DeliveryOpening.OpenAsync(Partnership, Data.FullName, mayOwn, Loggers, cancellationToken);

    /// <summary>The same for a service that logs in its own way, and runs on while people come and go.</summary>
    public Task<DeliveryOffice> OpenDeliveriesAsync(ILoggerFactory loggers, LivePartnership live, CancellationToken cancellationToken) =>
        DeliveryOpening.OpenAsync(Partnership, Data.FullName, mayOwn: true, loggers, cancellationToken, live);

    // Logs go to standard error, and only what a person should look at.
    private static ILoggerFactory Loggers { get; } = LoggerFactory.Create(logging => logging
        .SetMinimumLevel(LogLevel.Warning)
        .AddSimpleConsole(console => console.SingleLine = true)
        .Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace));

    public T? Get<T>(Option<T> option) => parsed.GetValue(option);

    public T? Get<T>(Argument<T> argument) => parsed.GetValue(argument);
}
