using System.CommandLine;
using System.Text.Json.Nodes;
using PartnerOffice.CommandLine;
using PartnerOffice.Core;
using Spectre.Console;

namespace PartnerOffice.Features.SettingUp;

/// <summary><c>doctor</c>: each line ok or broken, with the remedy and the command for the right administrator.</summary>
internal sealed class DoctorVerb : Verb
{
    private readonly Option<string?> side = new("--side")
    {
        Description = "Nur eine Seite prüfen, mit deren Zugang allein: own (der schreibende Kreisverband), partner oder eine Kennung",
        HelpName = "own|partner|KENNUNG",
    };

    private readonly Option<bool> tryWrite = new("--try-write") { Description = "Auch etwas anlegen und wieder entfernen; beantwortet offene Fragen in einer Datei" };

    private readonly Option<string?> output = new("--out") { Description = "Wohin die Antworten von --try-write geschrieben werden; sonst pilot.json im Ordner des Dienstes", HelpName = "DATEI" };

    protected override Command Describe() => new("doctor", "Prüft die Einrichtung und nennt zu jedem Fehler die Abhilfe") { side, tryWrite, output };

    protected override async Task<int> RunAsync(VerbContext context, CancellationToken cancellationToken)
    {
        Partnership partnership;
        try
        {
            partnership = context.Partnership.Partnership;
        }
        catch (PartnershipFileException mistakes)
        {
            var lines = mistakes.Errors.Select(error => new CheckLine("partnership-file", null, CheckState.Broken, error.Message,
                new("Diese Zeile der Partnerschaftsdatei berichtigen.", "Correct this line of the partnership file."))).ToList();
            return Tell(context, lines, pilot: null, isSandbox: false);
        }

        var sides = Sides(partnership, context.Get(side));
        var settings = new DoctorSettings { DataDirectory = context.Data.FullName, TriesWriting = context.Get(tryWrite), Templates = Path.Combine(Environment.CurrentDirectory, "templates") };
        await using var ground = await Grounds.OpenAsync(context, cancellationToken);
        if (sides.Any(district => district.Id == partnership.Tracker.District)) await ground.LayTrackerAsync(partnership, cancellationToken);

        var doctor = new Doctor(partnership, ground, settings);
        var found = await doctor.RunAsync(sides, cancellationToken);
        string? pilot = null;
        if (settings.TriesWriting)
        {
            pilot = context.Get(output) ?? Path.Combine(settings.DataDirectory, "pilot.json");
            await SafeFile.WriteAsync(pilot, System.Text.Encoding.UTF8.GetBytes(Pilot(doctor.Pilot, context.IsSandbox).ToJsonString(new() { WriteIndented = true }) + "\n"), force: true, cancellationToken);
        }

        return Tell(context, found, pilot, context.IsSandbox);
    }

    internal static IReadOnlyList<District> Sides(Partnership partnership, string? named) => named switch
    {
        null => partnership.Districts,
        "own" => [partnership.Find(partnership.Tracker.Writer)!],
        "partner" => [partnership.PartnerOf(partnership.Tracker.Writer)],
        _ => [partnership.Find(named) ?? throw new VerbException("no-such-side", named,
            new Bilingual("Diese Seite gibt es nicht.", "There is no such side."), new Bilingual("own, partner oder die Kennung eines Kreisverbands nennen.", "Name own, partner, or a district's id."))],
    };

    private static JsonNode Pilot(IReadOnlyList<PilotAnswer> answers, bool isSandbox) => Answer.Node(new
    {
        schema = "partneroffice/pilot/1",
        graph = isSandbox ? "sandbox" : "microsoft",
        answers,
    });

    private static int Tell(VerbContext context, IReadOnlyList<CheckLine> lines, string? pilot, bool isSandbox)
    {
        var isOk = lines.All(line => line.State != CheckState.Broken);
        if (context.Json)
        {
            Answer.Write(Answer.Node(new
            {
                ok = isOk,
                sandbox = isSandbox,
                lines = lines.Select(line => new
                {
                    check = line.Check,
                    district = line.District,
                    state = line.State,
                    message = line.Message.In(context.Language),
                    remedy = line.Remedy?.In(context.Language),
                    command = line.Command is { } command ? new { who = command.Role, district = command.District, text = command.Text } : null,
                }),
                pilot,
            }));
        }
        else
        {
            Say(context, lines, pilot, isSandbox);
        }

        return isOk ? ExitCode.Done : ExitCode.No;
    }

    private static void Say(VerbContext context, IReadOnlyList<CheckLine> lines, string? pilot, bool isSandbox)
    {
        var people = context.Answer.People;
        foreach (var group in lines.GroupBy(line => line.District))
        {
            var title = group.Key ?? new Bilingual("Dieser Rechner und beide Kreisverbände", "This machine and both districts").In(context.Language);
            people.MarkupLine($"[bold]{Markup.Escape($"{(isSandbox ? "SANDBOX  " : "")}{title}")}[/]");
            foreach (var line in group)
            {
                people.MarkupLine($"  {Mark(line.State, context.Language)} {Markup.Escape(line.Message.In(context.Language))}");
                if (line.Remedy is { } remedy) people.MarkupLine($"      → {Markup.Escape(remedy.In(context.Language))}");
                if (line.Command is not { } command) continue;

                people.MarkupLine($"      {Markup.Escape(RoleWords.Of(command.Role, command.District).In(context.Language))}:");
                foreach (var one in command.Text.Split('\n')) people.WriteLine($"        {one}");
            }
        }

        var broken = lines.Count(line => line.State == CheckState.Broken);
        context.Answer.Say(broken switch
        {
            0 => new Bilingual("Alles in Ordnung.", "Everything is in order."),
            1 => new Bilingual("Ein Punkt ist noch offen.", "One point is still open."),
            _ => new Bilingual($"{broken} Punkte sind noch offen.", $"{broken} points are still open."),
        });
        if (pilot is not null) context.Answer.Say(new Bilingual($"Antworten zum Weitergeben (ohne Namen): {pilot}", $"Answers to pass on (no names): {pilot}"));
    }

    private static string Mark(CheckState state, Language language) => state switch
    {
        CheckState.Ok => "[green]ok[/]        ",
        CheckState.Warning => language == Language.German ? "[yellow]Hinweis[/]   " : "[yellow]note[/]      ",
        CheckState.Broken => language == Language.German ? "[red]offen[/]     " : "[red]open[/]      ",
        _ => language == Language.German ? "[grey]ungeprüft[/] " : "[grey]unchecked[/] ",
    };
}
