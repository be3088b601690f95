using System.CommandLine;
using Microsoft.Extensions.Logging.Abstractions;
using PartnerOffice.CommandLine;
using PartnerOffice.Connections;
using PartnerOffice.Core;
using PartnerOffice.Deliveries;
using Spectre.Console;

namespace PartnerOffice.Features.People;

/// <summary>A verb that changes people: first it shows what follows, then it enters exactly that (R21).</summary>
internal abstract class EditingVerb : Verb
{
    private readonly Option<string?> person = new("--as") { Description = "Wer einträgt: Name oder Kennung aus der Partnerschaftsdatei", HelpName = "NAME" };
    private readonly Option<string?> yes = new("--yes") { Description = "Zustimmung zu genau dieser Vorschau (ihre Prüfsumme)", HelpName = "SHA256" };

    protected override Command Describe()
    {
        var command = DescribeChange();
        command.Add(person);
        command.Add(yes);
        return command;
    }

    protected abstract Command DescribeChange();

    /// <summary>Whose people change, how, and what a list left open.</summary>
    protected abstract Task<PeopleRequest> ReadAsync(VerbContext context, CancellationToken cancellationToken);

    protected override async Task<int> RunAsync(VerbContext context, CancellationToken cancellationToken)
    {
        var request = await ReadAsync(context, cancellationToken);
        var by = RequireAllowed(context, request);
        await using var office = await context.OpenDeliveriesAsync(cancellationToken, mayOwn: false);
        var desk = new PeopleDesk(office, new LivePartnership(context.Partnership.Partnership, context.Partnership.File, NullLogger.Instance), TimeProvider.System);
        if (request.Changes.Count == 0)
        {
            Say(context, request, null, "nothing");
            return ExitCode.Done;
        }

        var preview = await desk.PreviewAsync(request.District, request.Changes, [], cancellationToken);
        var digest = context.Get(yes);
        if (digest is null)
        {
            Say(context, request, preview, "preview");
            if (context.Json || Console.IsInputRedirected || Console.IsOutputRedirected || !Ask(context))
                return ExitCode.No;
            digest = preview.Digest;
        }

        preview = await desk.ApplyAsync(request.District, request.Changes, digest, by, [], cancellationToken);
        Say(context, request, preview, "done");
        return ExitCode.Done;
    }

    private string RequireAllowed(VerbContext context, PeopleRequest request)
    {
        if (context.Get(person) is not { } name)
            return AuditTrail.Nobody;

        var district = context.Partnership.Partnership.Find(request.District)!;
        var who = ActingPerson.Of(district, name);
        var roles = district.RolesOn(who.Id, TimeProvider.System.Today(district.TimeZone));
        return request.Changes.FirstOrDefault(change => !PeopleRights.May(who.Id, roles, change)) is { } forbidden ? throw PeopleException.NotAllowed(forbidden.Concerns) : who.Id.ToString();
    }

    private static bool Ask(VerbContext context) =>
        context.Answer.People.Confirm(Markup.Escape(new Bilingual("So eintragen?", "Enter it like this?").In(context.Language)), defaultValue: false);

    private static void Say(VerbContext context, PeopleRequest request, PeoplePreview? preview, string state)
    {
        var answer = preview is null ? null : PeopleChangesAnswer.Of(preview, state, context.IsSandbox, context.Language);
        if (context.Json)
        {
            var json = answer is null ? Answer.Node(new { state }) : System.Text.Json.JsonSerializer.SerializeToNode(answer, PeopleChangeJson.Form)!;
            if (request.Notes.Count > 0)
                json["notes"] = Answer.Node(request.Notes.Select(note => new ListNoteCard(note.Line, note.Sentence.In(context.Language))));
            Answer.Write(json);
            return;
        }

        var console = context.Answer.People;
        foreach (var note in request.Notes)
            console.WriteLine(note.Line == 0 ? $"! {note.Sentence.In(context.Language)}" : $"! {new Bilingual("Zeile", "Row").In(context.Language)} {note.Line}: {note.Sentence.In(context.Language)}");
        if (answer is null)
            context.Answer.Say(new("Nichts zu ändern.", "Nothing to change."));
        else
            PeopleLines.Say(console, answer, context);
    }
}
