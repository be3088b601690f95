using System.Text;
using PartnerOffice.CommandLine;

namespace PartnerOffice.Tests.Support;

/// <summary>A verb of the command line as a person types it, in this process: whatever is not about processes is asked this way, since a start costs seconds.</summary>
internal static class OfficeVerb
{
    private static readonly AsyncLocal<Said?> Now = new();

    static OfficeVerb()
    {
        Console.SetOut(new Fork(Console.Out, said => said.Output));
        Console.SetError(new Fork(Console.Error, said => said.Errors));
    }

    /// <returns>What a process would have ended with.</returns>
    public static async Task<OfficeProcess.Ending> RunAsync(params IEnumerable<string> arguments)
    {
        string[] args = [.. arguments];
        if (args.SkipWhile(argument => argument != "--data").ElementAtOrDefault(1) is { } data)
            FirstStart.IntoOffice(data);
        var said = new Said(new(), new());
        Now.Value = said;
        try
        {
            var code = await Verbs.RunAsync(args);
            return new(code, said.Output.ToString(), said.Errors.ToString());
        }
        finally
        {
            Now.Value = null;
        }
    }

    /// <summary>A second person releases the minutes, and the chair records the board's approval: only then may they be shared (R7).</summary>
    public static Task ReleaseAsync(string minutes, string data, params string[] more) => OfficeProcess.ReleaseWithAsync(RunAsync, minutes, data, more);

    private sealed record Said(StringWriter Output, StringWriter Errors);

    // Each test hears its own verb, and nothing of those beside it.
    private sealed class Fork(TextWriter otherwise, Func<Said, TextWriter> of) : TextWriter
    {
        public override Encoding Encoding => Encoding.UTF8;

        private TextWriter Here => Now.Value is { } said ? of(said) : otherwise;

        public override void Write(char value)
        {
            lock (Here)
                Here.Write(value);
        }

        public override void Write(string? value)
        {
            lock (Here)
                Here.Write(value);
        }

        public override void WriteLine(string? value)
        {
            lock (Here)
                Here.WriteLine(value);
        }

        public override void Write(char[] buffer, int index, int count)
        {
            lock (Here)
                Here.Write(buffer, index, count);
        }
    }
}
