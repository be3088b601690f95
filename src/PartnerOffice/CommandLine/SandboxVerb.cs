using System.CommandLine;
using PartnerOffice.Connections;
using PartnerOffice.Core;
using PartnerOffice.Sandbox;
using Spectre.Console;

namespace PartnerOffice.CommandLine;

/// <summary><c>sandbox</c>: only the local Graph, on its own port, until it is stopped.</summary>
internal sealed class SandboxVerb : Verb
{
    private readonly Option<int> port = new("--port") { Description = "Port auf 127.0.0.1; 0 nimmt einen freien" };

    protected override Command Describe() => new("sandbox", "Startet nur das lokale Graph und läuft bis Strg+C") { port };

    protected override async Task<int> RunAsync(VerbContext context, CancellationToken cancellationToken)
    {
        var data = context.Data.FullName;
        var identities = new SandboxIdentities(data);
        await using var sandbox = await SandboxServer.StartAsync(
            new SandboxOptions
            {
                Folder = Path.Combine(data, "sandbox"),
                Port = context.Get(port),
                Seed = SandboxWorld.SeedOf(context.Partnership.Partnership, identities.Of),
            },
            cancellationToken);

        var certificate = Path.Combine(data, "sandbox-certificate.pem");
        await SafeFile.WriteAsync(certificate, System.Text.Encoding.ASCII.GetBytes(sandbox.Certificate.ExportCertificatePem()), force: true, cancellationToken);
        var settings = new Dictionary<string, string>
        {
            ["PartnerOffice__Graph__BaseUrl"] = sandbox.GraphUri.ToString(),
            ["PartnerOffice__Graph__Authority"] = sandbox.BaseUri.ToString(),
            ["PartnerOffice__Graph__TrustedCertificate"] = certificate,
        };
        if (context.Json)
        {
            Answer.Write(Answer.Node(new { baseUrl = sandbox.GraphUri, page = new Uri(sandbox.BaseUri, "_sandbox/"), environment = settings, sandbox = true }));
        }
        else
        {
            context.Answer.Say(new Bilingual($"{context.Mark}{new Uri(sandbox.BaseUri, "_sandbox/")} (Strg+C beendet)", $"{context.Mark}{new Uri(sandbox.BaseUri, "_sandbox/")} (Ctrl+C stops)"));
            foreach (var (name, value) in settings)
                context.Answer.People.WriteLine($"export {name}={value}");
        }

        try
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            // Stopped by the person who started it.
        }

        return ExitCode.Done;
    }
}
