namespace PartnerOffice.Core;

/// <summary>A duty that the partnership contract lays on one of its two districts.</summary>
/// <remarks>The due date is inclusive: what is done on that day is done in time.</remarks>
/// <param name="Owner">The district that owes it.</param>
/// <param name="OwnNoticeDays">How many days its own side sees it before the partner does (R24).</param>
public sealed record Obligation(ObligationId Id, Clause Clause, DistrictId Owner, DateOnly Due, int OwnNoticeDays)
{
    /// <summary>The day it was met; null while it is still owed.</summary>
    public DateOnly? MetOn { get; init; }

    /// <summary>The first day on which its own side sees it as due.</summary>
    public DateOnly OwnerSeesFrom => Due.AddDays(-OwnNoticeDays);

    /// <summary>How it stands at the end of <paramref name="day"/>.</summary>
    public Standing On(DateOnly day) => this switch
    {
        { MetOn: { } met } when met <= day => met <= Due ? Standing.Met : Standing.MetLate,
        _ when day > Due => Standing.Overdue,
        _ when day >= OwnerSeesFrom => Standing.DueSoon,
        _ => Standing.Open,
    };

    /// <summary>Whether <paramref name="viewer"/> sees it on <paramref name="day"/>: while it is owed, the partner only from its due date on (R24).</summary>
    public bool IsSeenBy(DistrictId viewer, DateOnly day) =>
        On(day) is Standing.Met or Standing.MetLate || day >= (viewer == Owner ? OwnerSeesFrom : Due);
}
