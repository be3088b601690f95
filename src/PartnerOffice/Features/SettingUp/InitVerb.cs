using System.CommandLine;
using System.Text;
using PartnerOffice.CommandLine;
using PartnerOffice.Core;
using Spectre.Console;

namespace PartnerOffice.Features.SettingUp;

/// <summary>
/// <c>init</c>: writes a commented partnership file and each side's checklist; with <c>--partnership FILE</c> the checklists anew, filled
/// in with what that file knows by now.
/// </summary>
internal sealed class InitVerb : Verb
{
    private readonly Option<string> output = new("--out") { Description = "Ordner für die Dateien", DefaultValueFactory = _ => ".", HelpName = "ORDNER" };
    private readonly Option<string?> own = new("--own") { Description = "Name des eigenen Kreisverbands ohne das Wort Kreisverband", HelpName = "NAME" };
    private readonly Option<string?> partner = new("--partner") { Description = "Name des Partners ohne das Wort Kreisverband", HelpName = "NAME" };
    private readonly Option<bool> force = new("--force") { Description = "Vorhandene Partnerschaftsdatei überschreiben" };

    protected override Command Describe() => new("init", "Schreibt eine erklärte Partnerschaftsdatei und je Seite eine Liste für die Einrichtung") { output, own, partner, force };

    protected override async Task<int> RunAsync(VerbContext context, CancellationToken cancellationToken)
    {
        var folder = context.Get(output)!;
        var files = new List<string>();
        var partnership = context.Partnership.Partnership;
        if (context.Partnership.IsSample)
        {
            var text = NewPartnership.Text(Name(context, own, "Wie heißt der eigene Kreisverband? Kreisverband"), Name(context, partner, "Und der Partner? Kreisverband"));
            partnership = PartnershipFile.Parse(text, "partnerschaft.json");
            await WriteAsync("partnerschaft.json", text, context.Get(force));
            await WriteAsync("partnership.schema.json", PartnershipFile.JsonSchema, force: true);
        }

        foreach (var district in partnership.Districts)
            await WriteAsync($"einrichtung-{district.Id}.md", Checklist.Write(partnership, district), force: true);

        var placeholders = Placeholders.Of(partnership, partnership.Districts, DateOnly.FromDateTime(DateTime.Today)).ToList();
        if (context.Json)
        {
            Answer.Write(Answer.Node(new
            {
                files,
                placeholders = placeholders.Select(one => new { check = one.Check, district = one.District?.Id.ToString(), message = one.Message.In(context.Language), remedy = one.Remedy.In(context.Language) }),
            }));
        }
        else
        {
            files.ForEach(context.Answer.People.WriteLine);
            foreach (var (_, district, message, remedy) in placeholders)
            {
                var where = district is null ? "" : $"{district.ShortName}: ";
                context.Answer.Say(new Bilingual($"{where}{message.German} → {remedy.German}", $"{where}{message.English} → {remedy.English}"));
            }
        }

        return ExitCode.Done;

        async Task WriteAsync(string name, string text, bool force)
        {
            var path = Path.Combine(folder, name);
            await SafeFile.WriteAsync(path, Encoding.UTF8.GetBytes(text), force, cancellationToken);
            files.Add(path);
        }
    }

    private static string Name(VerbContext context, Option<string?> option, string question)
    {
        if (context.Get(option) is { } given && NewPartnership.Id(given).Length > 0) return given.Trim();
        if (!context.Json && !Console.IsInputRedirected)
            return context.Answer.People.Prompt(new TextPrompt<string>(question).Validate(name => NewPartnership.Id(name).Length > 0));

        throw new VerbException("name-missing", option.Name,
            new Bilingual("Der Name des Kreisverbands fehlt.", "The district's name is missing."), new Bilingual("--own NAME und --partner NAME angeben.", "Give --own NAME and --partner NAME."));
    }
}
