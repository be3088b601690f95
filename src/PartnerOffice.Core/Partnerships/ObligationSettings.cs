namespace PartnerOffice.Core;

/// <summary>The figures that the contract leaves open and both boards agreed on.</summary>
/// <param name="MinutesSharedWithinDays">Days from approval until the partner has the minutes (clause 4).</param>
/// <param name="PositionsWeeksBefore">Weeks before a federal event by which both positions are there (clause 2).</param>
/// <param name="BriefingsPerYear">How often each district informs the other about its work (clause 4).</param>
/// <param name="LinksCheckedEveryDays">How often the mutual links are looked at (clause 3).</param>
/// <param name="RetreatMinimumPerBoard">How many members of each board make a joint retreat one of both boards (clause 5 only says that not all must come).</param>
/// <param name="OwnNoticeDays">How long a duty shows to its own side before the partner sees it open (R24).</param>
/// <param name="ReceiptReminderDays">Days without an answer after which the receiving side is reminded once (R17).</param>
/// <param name="Pauses">Agreed times in which nothing falls due.</param>
public sealed record ObligationSettings(
    int MinutesSharedWithinDays,
    int PositionsWeeksBefore,
    int BriefingsPerYear,
    int LinksCheckedEveryDays,
    int RetreatMinimumPerBoard,
    int OwnNoticeDays,
    int ReceiptReminderDays,
    IReadOnlyList<AgreedPause> Pauses);
