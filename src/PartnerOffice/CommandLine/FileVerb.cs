using System.Text.Json.Nodes;
using PartnerOffice.Core;
using Spectre.Console;

namespace PartnerOffice.CommandLine;

/// <summary>Runs a verb on one file or many: one answer each, in order; the highest exit code wins (D30).</summary>
internal static class FileVerb
{
    public static async Task<int> RunAsync(VerbContext context, IReadOnlyList<FileInfo> files, Func<FileInfo, Task<FileAnswer>> answer)
    {
        var (exit, answers) = (ExitCode.Done, new JsonArray());
        foreach (var file in files)
        {
            var said = await AnswerAsync(context, file, answer);
            exit = Math.Max(exit, said.ExitCode);
            answers.Add(said.Json);
            if (context.Json)
                continue;
            if (files.Count > 1)
                context.Answer.People.WriteLine($"{file.Name}:");
            said.Say(context.Answer.People);
        }

        if (context.Json)
            Answer.Write(files.Count == 1 ? answers[0]! : answers);
        return exit;
    }

    private static async Task<FileAnswer> AnswerAsync(VerbContext context, FileInfo file, Func<FileInfo, Task<FileAnswer>> answer)
    {
        try
        {
            return file.Exists ? await answer(file) : throw VerbException.NoFile(file.FullName);
        }
        catch (RefusalException refusal)
        {
            return new FileAnswer(Verbs.ExitCodeOf(refusal), context.Answer.Refused(refusal), _ => context.Answer.SayRefused(refusal));
        }
    }
}
