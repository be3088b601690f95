using System.Globalization;

namespace PartnerOffice.Core;

/// <summary>Whose turn it is to host (clause 5: in the two districts by turns), and why.</summary>
/// <param name="Host">Null while nobody agreed on who begins.</param>
/// <param name="Reasons">One sentence or two.</param>
public sealed record RetreatTurn(DistrictId? Host, IReadOnlyList<Bilingual> Reasons)
{
    /// <summary>
    /// The turn in a year, from what took place in the years before. One that did not count, was cancelled or was waived changes nothing; one
    /// that is agreed and lies ahead, or waits for its record, is taken to take place.
    /// </summary>
    public static RetreatTurn In(int year, IReadOnlyList<Retreat> retreats, Partnership partnership)
    {
        ArgumentNullException.ThrowIfNull(retreats);
        ArgumentNullException.ThrowIfNull(partnership);
        var minimum = partnership.Obligations.RetreatMinimumPerBoard;
        var before = retreats.Where(retreat => retreat is { IsCancelled: false, Fixed: not null } && retreat.Year < year).OrderBy(retreat => retreat.Fixed!.Day).ThenBy(retreat => retreat.Id.ToString(), StringComparer.Ordinal).ToList();
        var last = before.FindLast(retreat => !retreat.TookPlace || retreat.Counts(minimum));
        var notCounted = before.Where(retreat => retreat.TookPlace && !retreat.Counts(minimum) && (last is null || retreat.Fixed!.Day > last.Fixed!.Day)).Select(retreat => NotCounted(retreat, minimum, partnership));
        if (last?.Fixed is { } terms && partnership.Find(terms.Host) is { } host)
            return new(partnership.PartnerOf(host.Id).Id, [AfterLast(partnership.PartnerOf(host.Id), host, terms.Day), .. notCounted]);

        return partnership.Retreats.FirstHost is { } first && partnership.Find(first) is { } begins
            ? new(first, [Begins(begins), .. notCounted])
            : new(null, [NobodyAgreed, .. notCounted]);
    }

    private static readonly Bilingual NobodyAgreed = new(
        "Wer die erste Klausur ausrichtet, ist noch nicht vereinbart.",
        "Who hosts the first retreat is not agreed yet.");

    private static Bilingual AfterLast(District next, District last, DateOnly day) => new(
        $"{next.ShortName} ist an der Reihe: Die letzte Klausur am {Day(day)} war in {last.ShortName}.",
        $"It is the turn of {next.ShortName}: the last retreat, on {Day(day)}, was in {last.ShortName}.");

    private static Bilingual Begins(District first) => new(
        $"{first.ShortName} beginnt, so ist es vereinbart.",
        $"{first.ShortName} begins, as agreed.");

    private static Bilingual NotCounted(Retreat retreat, int minimum, Partnership partnership)
    {
        var few = retreat.Attended.First(board => board.Members.Count < minimum);
        var name = partnership.Find(few.District)?.ShortName ?? few.District.ToString();
        return new(
            $"Die Klausur am {Day(retreat.Fixed!.Day)} ändert die Reihe nicht: Aus {name} waren nur {few.Members.Count} dabei, vereinbart sind mindestens {minimum}.",
            $"The retreat on {Day(retreat.Fixed!.Day)} does not change the turn: only {few.Members.Count} of {name} took part, agreed are at least {minimum}.");
    }

    private static string Day(DateOnly day) => day.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture);
}
