using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using PartnerOffice.Api;
using PartnerOffice.Core;

namespace PartnerOffice.Features.People;

/// <summary>Who is signed in, who is on the board, and what the two districts agreed on: what a pane asks first.</summary>
internal static class PeopleEndpoints
{
    public static void MapPeople(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/me", Me).WithName("Me").WithTags("People");
        routes.MapGet("/api/people", OnThatDay).WithName("People").WithTags("People");
        routes.MapGet("/api/partnership", Agreed).WithName("Partnership").WithTags("People");
    }

    private static SignedInPerson Me(Caller caller, ServedOffice served)
    {
        var (own, partner) = (caller.District, caller.Partner);
        return new(
            new(caller.Id, caller.Person.Name, caller.Person.TermOn(served.TodayIn(own))?.Function),
            new(own.Id.ToString(), own.Name, own.ShortName, own.BoardName),
            new(partner.Id.ToString(), partner.Name, partner.ShortName, partner.BoardName),
            [.. caller.Roles],
            served.IsSandbox);
    }

    // The own board only: the other board's members are its own business.
    private static IEnumerable<BoardMember> OnThatDay(Caller caller, ServedOffice served, DateOnly? on = null)
    {
        caller.RequireOffice();
        var day = on ?? served.TodayIn(caller.District);
        return caller.District.People
            .Select(person => (Person: person, Term: person.TermOn(day)))
            .Where(one => one.Term is not null)
            .Select(one => new BoardMember(one.Person.Id.ToString(), one.Person.Name, one.Term!.Function, one.Term.IsVoting));
    }

    private static PartnershipCard Agreed(Caller caller, ServedOffice served)
    {
        caller.RequireOffice();
        var (partnership, own, partner) = (served.Partnership, caller.District, caller.Partner);
        var today = served.TodayIn(own);
        return new(
            partnership.Id.ToString(), partnership.Name, partnership.Since, partnership.Use.Between(own, partner, today),
            new(own.Id.ToString(), own.Name, own.Share, own.HoldHours, [.. own.People.Select(person => new PersonCard(
                person.Id.ToString(), person.Name, [.. own.RolesOn(person.Id, today)],
                [.. person.Terms.Select(term => new TermCard(term.Function, term.IsVoting, term.From, term.Until))]))]),
            new(partner.Id.ToString(), partner.Name, partner.CoordinatorOn(today)?.Name, partner.DeputyCoordinatorOn(today)?.Name));
    }
}
