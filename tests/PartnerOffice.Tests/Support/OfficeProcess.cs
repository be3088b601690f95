using System.Diagnostics;
using System.Text.Json;

namespace PartnerOffice.Tests.Support;

/// <summary>The real program in a process of its own, as a person starts it.</summary>
internal sealed class OfficeProcess : IAsyncDisposable
{
    private static readonly TimeSpan TooLong = TimeSpan.FromMinutes(4);

    private readonly Process process;
    private readonly Task<string> output;
    private readonly Task<string> errors;

    private OfficeProcess(IEnumerable<string> arguments, IEnumerable<KeyValuePair<string, string>>? environment = null)
    {
        arguments = [.. arguments];
        if (arguments.SkipWhile(argument => argument != "--data").ElementAtOrDefault(1) is { } data && !Directory.Exists(data))
            FirstStart.IntoOffice(data);
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            StandardOutputEncoding = System.Text.Encoding.UTF8,
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "partneroffice.dll"));
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        foreach (var (name, value) in environment ?? [])
            start.Environment[name] = value;
        process = Process.Start(start)!;
        process.StandardInput.Close();
        output = process.StandardOutput.ReadToEndAsync();
        errors = process.StandardError.ReadToEndAsync();
    }

    public sealed record Ending(int ExitCode, string Output, string Errors)
    {
        // A method, since a failed assertion prints properties.
        public JsonElement Json() => JsonDocument.Parse(Output).RootElement;
    }

    public static OfficeProcess Start(params IEnumerable<string> arguments) => new(arguments);

    /// <summary>With these environment variables besides.</summary>
    public static OfficeProcess StartWith(IEnumerable<KeyValuePair<string, string>> environment, params IEnumerable<string> arguments) => new(arguments, environment);

    /// <summary>With these environment variables besides.</summary>
    public static async Task<Ending> RunWithAsync(IEnumerable<KeyValuePair<string, string>> environment, params IEnumerable<string> arguments)
    {
        await using var office = new OfficeProcess(arguments, environment);
        return await office.EndAsync();
    }

    public static async Task<Ending> RunAsync(params IEnumerable<string> arguments)
    {
        await using var office = Start(arguments);
        return await office.EndAsync();
    }

    /// <summary>A second person releases the minutes, and the chair records the board's approval: only then may they be shared (R7).</summary>
    public static Task ReleaseAsync(string minutes, string data, params string[] more) => ReleaseWithAsync(arguments => RunAsync(arguments), minutes, data, more);

    /// <summary>The same, however a verb is run.</summary>
    public static async Task ReleaseWithAsync(Func<IEnumerable<string>, Task<Ending>> run, string minutes, string data, params string[] more)
    {
        string[] common = ["--as", "Anna Beispiel", "--data", data, "--json"];
        foreach (var arguments in (string[][])[["minutes", "release", minutes, "--yes-to-all", .. common, .. more], ["minutes", "approve", minutes, .. common, .. more.Where((_, index) => more.Contains("--partnership") && index < 2)]])
        {
            var ending = await run(arguments);
            if (ending.ExitCode != 0)
                throw new InvalidOperationException($"{string.Join(' ', arguments)}: {ending.Output}{ending.Errors}");
        }
    }

    public async Task<Ending> EndAsync()
    {
        using var limit = new CancellationTokenSource(TooLong);
        await process.WaitForExitAsync(limit.Token);
        return new Ending(process.ExitCode, await output, await errors);
    }

    /// <summary>Kills the process as <c>kill -9</c> does, as soon as something is so or when it has ended by itself.</summary>
    public async Task KillOnceAsync(Func<bool> isSo)
    {
        using var limit = new CancellationTokenSource(TooLong);
        using var look = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (!process.HasExited && !isSo())
            await look.WaitForNextTickAsync(limit.Token);
        await KillAfterAsync(TimeSpan.Zero);
    }

    /// <summary>Kills the process as <c>kill -9</c> does, after a while or when it has ended by itself.</summary>
    public async Task KillAfterAsync(TimeSpan while_)
    {
        using var limit = new CancellationTokenSource(while_);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill();
            await process.WaitForExitAsync(CancellationToken.None);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
        }

        process.Dispose();
    }
}
