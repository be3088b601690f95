using System.CommandLine;
using System.Globalization;
using PartnerOffice.CommandLine;
using PartnerOffice.Core;
using PartnerOffice.Deliveries;
using Spectre.Console;

namespace PartnerOffice.Features.OwnBoard;

/// <summary><c>minutes sent [ID]</c>: who on a board was to get which version of which minutes (R13).</summary>
internal sealed class SentVerb : Verb
{
    private readonly Argument<string?> id = new("ID") { Arity = ArgumentArity.ZeroOrOne, Description = "Kennung des Protokolls; ohne sie alle" };

    protected override Command Describe() => new("sent", "Wer welches Protokoll in welcher Fassung erhalten hat") { id };

    protected override async Task<int> RunAsync(VerbContext context, CancellationToken cancellationToken)
    {
        await using var office = await context.OpenDeliveriesAsync(cancellationToken, mayOwn: false);
        var partnership = context.Partnership.Partnership;
        var minutes = MinutesId.TryParse(context.Get(id), null, out var wanted) ? wanted : (MinutesId?)null;
        if (minutes is null && context.Get(id) is not null)
            throw NoId(context.Get(id)!);
        var records = await office.Ledger.BoardCopies.ListAsync(partnership.Id, minutes, cancellationToken);
        if (context.Json)
        {
            Answer.Write(Answer.Node(records.Select(record => new
            {
                minutes = record.Minutes.ToString(),
                record.Version,
                district = record.District.ToString(),
                record.Scope,
                delivery = record.Delivery?.ToString(),
                people = record.Persons.Select(person => new { id = person.ToString(), name = NameOf(partnership, record, person) }),
                record.PrivateAddresses,
                record.File,
                record.Draft,
                record.By,
                record.At,
            })));
            return ExitCode.Done;
        }

        var table = new Table().AddColumns("Protokoll", "Fassung", "Vorstand", "Was", "Wann", "Wer");
        foreach (var record in records)
        {
            var district = partnership.Find(record.District);
            var at = district is null ? record.At : TimeZoneInfo.ConvertTime(record.At, district.TimeZone);
            table.AddRow(((string[])
            [
                record.Minutes.ToString(), record.Version.ToString(CultureInfo.InvariantCulture), district?.ShortName ?? record.District.ToString(),
                BoardSendingAnswer.ScopeWords(record.Scope).In(context.Language), at.ToString("dd.MM.yyyy, HH:mm", CultureInfo.InvariantCulture),
                string.Join(", ", record.Persons.Select(person => NameOf(partnership, record, person))),
            ]).Select(Markup.Escape).ToArray());
        }

        context.Answer.People.Write(table);
        return ExitCode.Done;
    }

    private static string NameOf(Partnership partnership, BoardCopyRecord record, PersonId person) => partnership.Find(record.District)?.Find(person)?.Name ?? person.ToString();

    private static VerbException NoId(string text) => new(
        "no-such-minutes",
        text,
        new Bilingual("Das ist keine Kennung eines Protokolls.", "This is no id of minutes."),
        new Bilingual("Die Kennung steht am Ende des Protokolls.", "The id stands at the end of the minutes."));
}
