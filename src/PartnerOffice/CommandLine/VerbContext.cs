using System.CommandLine;
using PartnerOffice.Core;
using Spectre.Console;

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

    public T? Get<T>(Option<T> option) => parsed.GetValue(option);

    public T? Get<T>(Argument<T> argument) => parsed.GetValue(argument);
}
