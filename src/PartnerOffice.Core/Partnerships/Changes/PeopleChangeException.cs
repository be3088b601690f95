namespace PartnerOffice.Core;

/// <summary>A change among the people that cannot be entered: whose, where, and what to do instead. Nothing was changed.</summary>
public sealed class PeopleChangeException : RefusalException
{
    internal PeopleChangeException(string code, PersonId? person, string place, Bilingual problem, Bilingual remedy)
        : base(code, place, problem, remedy) => Person = person;

    /// <summary>Whom it concerns; null for somebody without an id.</summary>
    public PersonId? Person { get; }
}
