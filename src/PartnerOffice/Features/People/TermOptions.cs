using System.CommandLine;
using PartnerOffice.CommandLine;
using PartnerOffice.Core;

namespace PartnerOffice.Features.People;

/// <summary>A term as options.</summary>
internal sealed class TermOptions
{
    public Option<string?> Function { get; } = new("--function") { Description = "Funktion im Vorstand", HelpName = "TEXT" };

    public Option<string?> From { get; } = PeopleOptions.Day("--from", "Erster Tag der Amtszeit");

    public Option<string?> Until { get; } = PeopleOptions.Day("--until", "Letzter Tag, wenn er schon feststeht");

    public Option<bool> NoVote { get; } = new("--no-vote") { Description = "Ohne Stimmrecht" };

    /// <summary>The term; null where none is given.</summary>
    /// <exception cref="VerbException">Only a part of it is.</exception>
    public Term? In(VerbContext context, District district) => (context.Get(Function), PeopleOptions.DayOf(context, From, district)) switch
    {
        (null, null) => null,
        ({ } function, { } from) => new(function, !context.Get(NoVote), from, PeopleOptions.DayOf(context, Until, district)),
        (null, _) => throw PeopleOptions.Missing(Function.Name),
        _ => throw PeopleOptions.Missing(From.Name),
    };
}
