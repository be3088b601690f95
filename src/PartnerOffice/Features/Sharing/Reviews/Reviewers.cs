using PartnerOffice.Core;
using PartnerOffice.Deliveries;

namespace PartnerOffice.Features.Sharing;

/// <summary>Who may look at minutes and release them from a link of their own (R14).</summary>
internal static class Reviewers
{
    /// <summary>The chair and the deputies; where none of them can, whoever else may release.</summary>
    /// <param name="writers">Who wrote the text last, and therefore does not release it.</param>
    public static IReadOnlyList<Person> Of(Minutes minutes, District district, IReadOnlyCollection<PersonId> writers, DateOnly today)
    {
        bool MayRelease(Person person) =>
            !writers.Contains(person.Id) && !ReleaseRights.IsMinuteTaker(minutes, district, person.Name) && ReleaseRights.HasRole(minutes, district, person.Name, today) && Receivers.OfPerson(person).Count > 0;

        var chairs = district.HoldersOn(OfficeRole.Chair, today).Where(MayRelease).ToList();
        return chairs.Count > 0 ? chairs : [.. district.HoldersOn(OfficeRole.Coordinator, today).Concat(district.BoardOn(today)).Where(MayRelease).DistinctBy(person => person.Id)];
    }

    /// <summary>Whether somebody who could decide it then still can today.</summary>
    public static bool StillMay(ReviewContent content, District district, Person person, DateOnly today) =>
        content.Editions.ContainsKey(person.Id.ToString())
        && (district.HoldersOn(OfficeRole.Chair, today).Concat(district.HoldersOn(OfficeRole.Coordinator, today)).Contains(person) || (content.AnyMember && district.BoardOn(today).Contains(person)));
}
