using System.Text.Json.Nodes;
using PartnerOffice.CommandLine;
using PartnerOffice.Core;
using PartnerOffice.Deliveries;
using Spectre.Console;

namespace PartnerOffice.Features.OwnBoard;

/// <summary>What was laid ready, for programs and people: names and numbers, never an address.</summary>
internal static class BoardSendingAnswer
{
    public static JsonNode Json(BoardSending sending, VerbContext context)
    {
        var node = Answer.Node(new
        {
            state = "laid",
            district = sending.District.Id.ToString(),
            drafts = sending.Drafts.Select(draft => new { scope = draft.Scope, file = draft.File, people = People(draft.People), privateAddresses = draft.PrivateAddresses, draft.IsNew, draft.IsSent }),
            byPost = People(sending.ByPost),
            hadEarlier = People(sending.HadEarlier),
            leftBehind = sending.LeftBehind.Select(entry => new { entry.Place, reason = entry.Reason.In(context.Language) }),
        });
        if (context.IsSandbox)
            node["sandbox"] = true;
        return node;
    }

    public static void Say(IAnsiConsole console, BoardSending sending, VerbContext context)
    {
        void Line(Bilingual words) => console.WriteLine(context.Mark + words.In(context.Language));

        foreach (var draft in sending.Drafts)
        {
            var (what, names) = (ScopeWords(draft.Scope), Names(draft.People));
            Line(draft.IsSent
                ? new($"{what.German}: schon versandt an {draft.People.Count}: {names}", $"{what.English}: sent already to {draft.People.Count}: {names}")
                : draft.IsNew
                    ? new($"{what.German}: Entwurf für {draft.People.Count} im Postfach: {names}", $"{what.English}: draft for {draft.People.Count} in the mailbox: {names}")
                    : new($"{what.German}: der Entwurf für {draft.People.Count} lag schon da: {names}", $"{what.English}: the draft for {draft.People.Count} lay there already: {names}"));
            if (draft.PrivateAddresses > 0)
                Line(new($"Davon an private Adressen: {draft.PrivateAddresses}.", $"Of these at private addresses: {draft.PrivateAddresses}."));
        }

        if (sending.ByPost.Count > 0)
            Line(new($"Mit der Post: {Names(sending.ByPost)}.", $"By post: {Names(sending.ByPost)}."));
        if (sending.HadEarlier.Count > 0)
            Line(new($"Wer das Protokoll hatte: {Names(sending.HadEarlier)}.", $"Who had the minutes: {Names(sending.HadEarlier)}."));
        foreach (var entry in sending.LeftBehind)
            Line(new($"Nicht dabei: {entry.Place}: {entry.Reason.German}", $"Not included: {entry.Place}: {entry.Reason.English}"));
        if (sending.Drafts.Any(draft => !draft.IsSent))
            Line(new("Ansehen und selbst absenden; alle Empfänger sind voreinander verborgen.", "Look at it and send it yourself; all receivers are hidden from each other."));
    }

    public static Bilingual ScopeWords(BoardCopyScope scope) => scope switch
    {
        BoardCopyScope.Whole => new("Vollständig", "Complete"),
        BoardCopyScope.WithoutBoardOnly => new("Ohne vertrauliche Punkte", "Without confidential points"),
        BoardCopyScope.Edition => new("Partnerfassung", "Partner edition"),
        BoardCopyScope.Note => new("Hinweis", "Note"),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    public static string Names(IEnumerable<Person> people) => string.Join(", ", people.Select(person => person.Name));

    private static IEnumerable<object> People(IEnumerable<Person> people) => people.Select(person => new { id = person.Id.ToString(), name = person.Name });
}
