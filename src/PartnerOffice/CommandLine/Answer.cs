using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using PartnerOffice.Core;
using Spectre.Console;

namespace PartnerOffice.CommandLine;

/// <summary>Speaks to whoever called: a program gets one JSON document, a person gets sentences.</summary>
internal sealed class Answer(bool json, Language language)
{
    private static readonly JsonSerializerOptions JsonForm = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    // A pipe has no width: nothing is folded, so that a path stays one line.
    private const int NoFolding = 1000;

    private readonly IAnsiConsole errors = Open(Console.Error, Console.IsErrorRedirected);
    private readonly IAnsiConsole output = Open(Console.Out, Console.IsOutputRedirected);

    /// <summary>Standard output for people; in JSON mode everything a person would read goes to standard error.</summary>
    public IAnsiConsole People => json ? errors : output;

    public IAnsiConsole Errors => errors;

    public static JsonNode Node(object value) => JsonSerializer.SerializeToNode(value, JsonForm)!;

    public static void Write(JsonNode node) => Console.Out.WriteLine(node.ToJsonString(JsonForm));

    /// <summary>A refusal as JSON: <c>{error: {code, message, place, remedy}}</c>.</summary>
    public JsonNode Refused(RefusalException refusal) => Node(new
    {
        error = new { code = refusal.Code, message = refusal.Problem.In(language), place = refusal.Place, remedy = RemedyOf(refusal) },
    });

    private static IAnsiConsole Open(TextWriter writer, bool redirected)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(writer) });
        if (redirected)
            console.Profile.Width = NoFolding;
        return console;
    }

    public void Say(Bilingual sentence) => People.MarkupLine(Markup.Escape(sentence.In(language)));

    public void SayRefused(RefusalException refusal)
    {
        errors.MarkupLine($"[red]{Markup.Escape(refusal.Place)}[/]: {Markup.Escape(refusal.Problem.In(language))}");
        errors.MarkupLine($"  → {Markup.Escape(RemedyOf(refusal))}");
    }

    // Here a person types: the verb that helps is said with it.
    private string RemedyOf(RefusalException refusal) => refusal.Command is { } command
        ? $"{refusal.Remedy.In(language).TrimEnd('.')}: {command.In(language)}."
        : refusal.Remedy.In(language);
}
