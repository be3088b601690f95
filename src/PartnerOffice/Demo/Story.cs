using System.Globalization;
using PartnerOffice.CommandLine;
using PartnerOffice.Core;
using PartnerOffice.Deliveries;
using Spectre.Console;

namespace PartnerOffice.Demo;

/// <summary>Tells the demo while it happens; a program gets the artefacts as one JSON document at the end.</summary>
internal sealed class Story(VerbContext context)
{
    private readonly List<object> artefacts = [];
    private int chapter;

    public void Chapter(string german, string english) =>
        context.Answer.People.MarkupLine($"\n[bold]{++chapter}. {Markup.Escape(Text(german, english))}[/]");

    public void Say(string german, string english) => context.Answer.People.WriteLine($"{context.Mark}{Text(german, english)}");

    public void Artefact(string german, string english, string path)
    {
        artefacts.Add(new { what = Text(german, english), path });
        context.Answer.People.WriteLine($"   {Text(german, english)}:");
        context.Answer.People.WriteLine($"   {path}");
    }

    public void End(DeliveryStatus status, TimeSpan took)
    {
        var seconds = took.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture);
        Say($"{DeliveryWords.State(status).German} ({seconds} s)", $"{DeliveryWords.State(status).English} ({seconds} s)");
        if (!context.Json)
            return;

        var answer = DeliveryAnswer.Json(status, context).AsObject();
        answer["artefacts"] = Answer.Node(artefacts);
        Answer.Write(answer);
    }

    private string Text(string german, string english) => new Bilingual(german, english).In(context.Language);
}
