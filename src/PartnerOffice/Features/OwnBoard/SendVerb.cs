using System.CommandLine;
using PartnerOffice.CommandLine;
using PartnerOffice.Core;
using PartnerOffice.Documents.Word;
using PartnerOffice.Graph;
using Spectre.Console;

namespace PartnerOffice.Features.OwnBoard;

/// <summary><c>minutes send FILE.docx --as NAME</c>: "An den Vorstand senden" (R13).</summary>
internal sealed class SendVerb : Verb
{
    private readonly Argument<FileInfo> file = new("FILE.docx") { Description = "Das Protokoll in der Standardform, in jedem Stand" };
    private readonly Option<string> person = new("--as") { Description = "Wer senden will: Name oder Kennung aus der Partnerschaftsdatei", HelpName = "NAME", Required = true };
    private readonly Option<bool> withBoardOnly = new("--with-board-only") { Description = "Vertrauliche Punkte auch an private Adressen; fragt nach" };
    private readonly Option<int?> confirm = new("--confirm") { Description = "Bestätigt die Zahl der privaten Adressen, die vertrauliche Punkte erhalten", HelpName = "ZAHL" };
    private readonly Option<bool> asWord = new("--docx") { Description = "Die Word-Datei statt eines PDF" };
    private readonly GivenReasons reasons = new();

    protected override Command Describe() => new("send", "An den Vorstand senden: legt einen Mailentwurf mit PDF ins eigene Postfach, ohne vertrauliche Punkte für private Adressen") { file, person, withBoardOnly, confirm, asWord, reasons.Accept, reasons.Reason };

    protected override async Task<int> RunAsync(VerbContext context, CancellationToken cancellationToken)
    {
        var given = reasons.In(context, 1);
        await using var office = await context.OpenDeliveriesAsync(cancellationToken);
        var send = new SendToBoard(office, context.Partnership.Partnership, TimeProvider.System);
        return await FileVerb.RunAsync(context, [context.Get(file)!], async source =>
        {
            var reading = MinutesReader.Read(await IncomingDocument.OpenAsync(source, cancellationToken));
            var wish = new SendWish(context.Get(withBoardOnly), context.Get(confirm), context.Get(asWord));
            var (sending, stopping) = await RunAsync(context, send, reading, given, wish, cancellationToken);
            return sending is null
                ? EditionGuard.Refused(source, stopping, context)
                : new FileAnswer(ExitCode.Done, BoardSendingAnswer.Json(sending, context), console => BoardSendingAnswer.Say(console, sending, context));
        });
    }

    private async Task<(BoardSending? Sending, IReadOnlyList<Finding> Stopping)> RunAsync(
        VerbContext context, SendToBoard send, MinutesReading reading, IReadOnlyList<GivenReason> given, SendWish wish, CancellationToken cancellationToken)
    {
        Person Who(District district) => ActingPerson.Of(district, context.Get(person)!);
        try
        {
            return await send.RunAsync(reading, given, Who, wish, cancellationToken);
        }
        catch (OwnBoardException refused) when (refused.PrivateAddresses is { } count && wish.Confirmed is null && !context.Json && !Console.IsInputRedirected && !Console.IsOutputRedirected)
        {
            var question = new Bilingual($"{refused.Problem.German} Wirklich?", $"{refused.Problem.English} Really?");
            if (!context.Answer.People.Confirm(Markup.Escape(question.In(context.Language)), defaultValue: false))
                throw;
            return await send.RunAsync(reading, given, Who, wish with { Confirmed = count }, cancellationToken);
        }
        catch (GraphException away)
        {
            throw new GraphAwayException(away);
        }
    }
}
