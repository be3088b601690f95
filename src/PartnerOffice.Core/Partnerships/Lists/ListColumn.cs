namespace PartnerOffice.Core;

/// <summary>What a column of a list says.</summary>
internal enum ListColumn
{
    Id,
    Name,
    FirstName,
    Surname,
    Function,
    From,
    Until,
    Mail,
    Voting,
}
