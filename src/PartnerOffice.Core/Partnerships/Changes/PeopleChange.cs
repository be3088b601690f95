namespace PartnerOffice.Core;

/// <summary>One thing that changes among a district's people: what a person enters, before anything follows from it (R21).</summary>
public abstract record PeopleChange
{
    private PeopleChange(PersonId? concerns) => Concerns = concerns;

    /// <summary>Whom it concerns; null for somebody who has no id, on the list of public persons.</summary>
    public PersonId? Concerns { get; }

    /// <summary>Somebody new, without an account and a term; both are changes of their own.</summary>
    public sealed record PersonAdded(PersonId Person, string Name) : PeopleChange(Person);

    /// <summary>A person is called otherwise in everything made from now on (§ 13 SBGG).</summary>
    /// <param name="Since">Since when the name holds; minutes of meetings from that day on were made with the earlier one.</param>
    public sealed record NameChanged(PersonId Person, string Name, DateOnly Since) : PeopleChange(Person);

    /// <summary>A further address, behind those that are there.</summary>
    public sealed record AddressAdded(PersonId Person, MailAddress Mail, bool IsPrivate) : PeopleChange(Person);

    /// <summary>An address that is no longer used.</summary>
    public sealed record AddressRemoved(PersonId Person, MailAddress Mail) : PeopleChange(Person);

    /// <summary>A term that begins, with its function and the right to vote.</summary>
    public sealed record TermBegun(PersonId Person, Term Term) : PeopleChange(Person);

    /// <summary>A term that ends; the roles that follow from it end with it.</summary>
    /// <param name="LastDay">Still belongs to it.</param>
    public sealed record TermEnded(PersonId Person, DateOnly LastDay) : PeopleChange(Person);

    /// <summary>A role, or its deputy, for somebody who is in office on that day.</summary>
    /// <param name="Until">The last day; null for as long as the term lasts.</param>
    public sealed record RoleGiven(PersonId Person, OfficeRole Role, bool IsDeputy, DateOnly From, DateOnly? Until) : PeopleChange(Person);

    /// <summary>A role that ends before the term does.</summary>
    /// <param name="LastDay">Still belongs to it.</param>
    public sealed record RoleEnded(PersonId Person, OfficeRole Role, bool IsDeputy, DateOnly LastDay) : PeopleChange(Person);

    /// <summary>Another way to sign in, or none.</summary>
    public sealed record AccountChanged(PersonId Person, AccountKind Account, string? UserPrincipalName, Guid? ObjectId) : PeopleChange(Person);

    /// <summary>Somebody with a public office, whom the partner may read by name (R4).</summary>
    public sealed record PublicPersonAdded(string Name, string Function) : PeopleChange((PersonId?)null);

    /// <summary>Somebody whose public office has ended.</summary>
    public sealed record PublicPersonRemoved(string Name) : PeopleChange((PersonId?)null);
}
