namespace PartnerOffice.Core;

/// <summary>V7: what a resolution must say, and its number: unique, consecutive in the document, in the board's form (D27).</summary>
internal sealed class NumberRules : IMinutesRule
{
    private const string Rule = "V7";

    public IReadOnlyList<string> Ids { get; } = [Rule];

    public IEnumerable<Finding> Look(CheckedMinutes given) =>
        [.. Doubles(given), .. Incomplete(given), .. Consecutive(given), .. Forms(given), .. References(given), .. Earlier(given)];

    private static IEnumerable<Finding> Doubles(CheckedMinutes given)
    {
        var numbered = Numbers(given).Select(one => (one.Number, one.Place))
            .Concat(given.Minutes.Circulation.Select(circulated => (circulated.Number, Place: Places.Of(circulated))));
        foreach (var group in numbered.Where(one => one.Number.Length > 0).GroupBy(one => Key(one.Number)).Where(group => group.Count() > 1))
            yield return Twice(group.First().Number).Stops(Rule, group.Last().Place);
        foreach (var group in given.Minutes.Attachments.Where(attachment => attachment.Number.Length > 0).GroupBy(attachment => Key(attachment.Number)).Where(group => group.Count() > 1))
            yield return TwoAttachments(group.Key).NeedsReason(Rule, Places.Of(group.Last()));
    }

    private static IEnumerable<Finding> Incomplete(CheckedMinutes given)
    {
        foreach (var (_, resolution, place) in given.Resolutions)
        {
            if (resolution.Numbers.Any(number => number.Length == 0))
                yield return NoNumber().NeedsReason(Rule, place);
            if (resolution.Wording.Length == 0)
                yield return NoWording().NeedsReason(Rule, place);
            if (resolution.Votes is { } votes ? votes.Any(vote => vote.Vote is null && vote.Outcome != Outcome.Deferred) : resolution.Vote is null && resolution.Outcome != Outcome.Deferred)
                yield return NoVote().NeedsReason(Rule, place);
        }
    }

    // Each board counts for itself (R22).
    private static IEnumerable<Finding> Consecutive(CheckedMinutes given) => Numbers(given).GroupBy(one => one.Board).SelectMany(own => Consecutive(given.RulesOf(own.Key)?.Numbers.Resolution, own));

    private static IEnumerable<Finding> Consecutive(NumberFormat? known, IEnumerable<(string Board, string Number, string Place)> numbers)
    {
        if (known is not { } form)
            yield break;

        int? last = null;
        var seen = new HashSet<string>();
        foreach (var (_, written, place) in numbers)
        {
            // A number twice has been said: it stands for the one that should have come.
            if (!form.TryRead(written, out _, out _, out var number) || number is null)
                continue;
            if (!seen.Add(Key(written)))
            {
                last++;
                continue;
            }

            if (last is { } before && number != before + 1)
                yield return Gap(before, number.Value).NeedsReason(Rule, place);
            last = number;
        }
    }

    // Whose sequence each number belongs to.
    private static IEnumerable<(string Board, string Number, string Place)> Numbers(CheckedMinutes given) => given.Resolutions.SelectMany(one => one.Resolution.Votes is { } votes
        ? votes.Select(vote => (vote.District, vote.Number, Places.Of(one.Item, vote, one.Resolution)))
        : [(one.Resolution.BoardOf ?? one.Item.BoardOf ?? given.Minutes.District, one.Resolution.Number, one.Place)]);

    private static IEnumerable<Finding> Forms(CheckedMinutes given)
    {
        if (given.District?.Rules.Numbers is not { } forms)
            yield break;

        var minutes = given.Minutes;
        int? meeting = null;
        if (minutes.Number.Length > 0 && given.IsBoardMeeting && !minutes.IsJoint)
        {
            if (!forms.Meeting.TryRead(minutes.Number, out var year, out meeting, out _))
                yield return OtherForm(minutes.Number, Example(forms.Meeting, minutes)).NeedsReason(Rule, Places.Number);
            else if (!given.IsDayImpossible && year is { } written && written != minutes.Date.Year)
                yield return OtherYear(minutes.Number, minutes.Date.Year).Stops(Rule, Places.Number);
        }

        // One habit, one finding: the first place, not each.
        foreach (var own in Numbers(given).Where(one => one.Number.Length > 0).GroupBy(one => one.Board))
        {
            if (given.RulesOf(own.Key)?.Numbers.Resolution is not { } form)
                continue;
            if (own.FirstOrDefault(one => !form.TryRead(one.Number, out _, out _, out _)) is { Place: { } place } odd)
                yield return OtherForm(odd.Number, Example(form, minutes)).NeedsReason(Rule, place);
            if (own.FirstOrDefault(one => form.TryRead(one.Number, out var year, out var of, out _)
                    && ((year is not null && year != minutes.Date.Year && !given.IsDayImpossible) || (of is not null && meeting is not null && of != meeting))) is { Place: { } copied } other)
                yield return OtherMeeting(other.Number).NeedsReason(Rule, copied);
        }

        if (minutes.Circulation.FirstOrDefault(circulated => circulated.Number.Length > 0 && !forms.Circulation.TryRead(circulated.Number, out _, out _, out _)) is { } oddOne)
            yield return OtherForm(oddOne.Number, Example(forms.Circulation, minutes)).NeedsReason(Rule, Places.Of(oddOne));
    }

    private static IEnumerable<Finding> References(CheckedMinutes given)
    {
        var ids = given.Resolutions.Select(one => one.Resolution.Id).ToHashSet();
        foreach (var (_, resolution, place) in given.Resolutions.Where(one => one.Resolution.Repeats is { } repeated && (repeated == one.Resolution.Id || !ids.Contains(repeated))))
            yield return RepeatsNothing().NeedsReason(Rule, place);
    }

    // Over the years only the ledger sees a number twice, and it may not know them all: so only a hint.
    private static IEnumerable<Finding> Earlier(CheckedMinutes given)
    {
        var others = given.Context.Known.Where(known => known.Id != given.Minutes.Id && known.District == given.Minutes.District).ToList();
        if (others.FirstOrDefault(known => Key(known.Number) == Key(given.Minutes.Number)) is { } same)
            yield return KnownMeeting(given.Minutes.Number, TimeText.Day(same.Date)).Hint(Rule, Places.Number);
        foreach (var (_, number, place) in Numbers(given))
        {
            if (number.Length > 0 && others.FirstOrDefault(known => known.Resolutions.Any(other => Key(other) == Key(number))) is { } earlier)
                yield return KnownNumber(number, TimeText.Day(earlier.Date)).Hint(Rule, place);
        }
    }

    private static string Example(NumberFormat form, Minutes minutes) => form.Write(minutes.Date.Year, minutes.Date.Month, 1);

    private static string Key(string number) => number.Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();

    private static Advice Twice(string number) => new(
        $"Die Nummer »{Quoting.Short(number)}« ist zweimal vergeben.", $"The number \"{Quoting.Short(number)}\" is given twice.",
        "Jedem Beschluss eine eigene Nummer geben.", "Give each resolution a number of its own.");

    private static Advice TwoAttachments(string number) => new(
        $"Zwei Anlagen haben die Nummer »{Quoting.Short(number)}«.", $"Two attachments have the number \"{Quoting.Short(number)}\".",
        "Die Anlagen durchzählen.", "Number the attachments one by one.");

    private static Advice NoNumber() => new(
        "Der Beschluss hat keine Nummer.", "The resolution has no number.",
        "Die nächste freie Nummer eintragen.", "Enter the next free number.");

    private static Advice NoWording() => new(
        "Der Wortlaut des Beschlusses fehlt.", "The wording of the resolution is missing.",
        "Den Wortlaut eintragen, über den abgestimmt wurde.", "Enter the wording that was voted on.");

    private static Advice NoVote() => new(
        "Zum Beschluss steht nicht, wie abgestimmt wurde.", "It is not recorded how the resolution was voted on.",
        "Die Art der Abstimmung eintragen; Zahlen nur, wenn gezählt wurde.", "Enter the kind of vote; figures only if they were counted.");

    private static Advice Gap(int before, int number) => new(
        $"Auf den Beschluss mit der laufenden Nummer {before} folgt {number}.", $"The resolution with the running number {before} is followed by {number}.",
        "Die Beschlüsse fortlaufend nummerieren oder den Grund angeben.", "Number the resolutions one by one, or give the reason.");

    private static Advice OtherForm(string number, string example) => new(
        $"»{Quoting.Short(number)}« hat nicht die vereinbarte Form, zum Beispiel »{example}«.", $"\"{Quoting.Short(number)}\" is not in the agreed form, for example \"{example}\".",
        "Die Nummer in die vereinbarte Form bringen oder den Grund angeben.", "Write the number in the agreed form, or give the reason.");

    private static Advice OtherYear(string number, int year) => new(
        $"Die Nummer »{Quoting.Short(number)}« gehört nicht in das Jahr der Sitzung ({year}).", $"The number \"{Quoting.Short(number)}\" does not belong to the year of the meeting ({year}).",
        "Datum oder Nummer der Sitzung berichtigen.", "Correct the date or the number of the meeting.");

    private static Advice OtherMeeting(string number) => new(
        $"Die Nummer »{Quoting.Short(number)}« gehört zu einer anderen Sitzung.", $"The number \"{Quoting.Short(number)}\" belongs to another meeting.",
        "Jahr und Sitzung in der Nummer berichtigen oder den Grund angeben.", "Correct year and meeting in the number, or give the reason.");

    private static Advice RepeatsNothing() => new(
        "Der Beschluss wiederholt eine Abstimmung, die nicht im Protokoll steht.", "The resolution repeats a vote that is not in the minutes.",
        "Die wiederholte Abstimmung nennen oder die Angabe löschen.", "Name the vote that was repeated, or delete the entry.");

    private static Advice KnownMeeting(string number, string day) => new(
        $"Die Sitzungsnummer »{Quoting.Short(number)}« trägt schon das Protokoll vom {day}.", $"The meeting number \"{Quoting.Short(number)}\" is already used by the minutes of {day}.",
        "Die Nummer der Sitzung prüfen.", "Check the number of the meeting.");

    private static Advice KnownNumber(string number, string day) => new(
        $"Die Nummer »{Quoting.Short(number)}« steht schon im Protokoll vom {day}.", $"The number \"{Quoting.Short(number)}\" is already in the minutes of {day}.",
        "Die Nummer des Beschlusses prüfen.", "Check the number of the resolution.");
}
