using System.CommandLine;
using System.Text.Json.Nodes;
using PartnerOffice.CommandLine;
using PartnerOffice.Core;
using Spectre.Console;

namespace PartnerOffice.Features.Drafting;

/// <summary><c>minutes normalise DATA.json</c>: prints the canonical form.</summary>
internal sealed class NormaliseVerb : Verb
{
    private readonly Argument<FileInfo[]> files = new("DATA.json") { Arity = ArgumentArity.OneOrMore, Description = "Protokolle als JSON" };

    protected override Command Describe() => new("normalise", "Gibt ein Protokoll in kanonischer Form aus") { files };

    protected override Task<int> RunAsync(VerbContext context, CancellationToken cancellationToken) =>
        FileVerb.RunAsync(context, context.Get(files)!, async file =>
        {
            var minutes = CanonicalMinutes.Of(MinutesJson.Parse(await File.ReadAllTextAsync(file.FullName, cancellationToken)));
            return ReadVerb.Print(minutes);
        });
}
