using PartnerOffice.Core;

namespace PartnerOffice.Documents.Word;

/// <summary>What a resolution says beside its wording and vote: one line each below the wording, "Uhrzeit: 20:05 Uhr".</summary>
internal static class ResolutionDetails
{
    private const string At = "Uhrzeit";
    private const string Repeats = "Wiederholt";
    private const string Approves = "Genehmigt";
    private const string Excluded = "Befangen";
    private const string Because = "Grund";
    private const string Minority = "Minderheitsvotum";
    private const string Kind = "Art";
    private const string Money = "Betrag";
    private const string BudgetLine = "Haushaltsposten";

    public static IEnumerable<string> Of(Resolution resolution, Func<EntryId, string> numberOf)
    {
        if (resolution.At is { } at)
            yield return Line(At, FormText.Time(at));
        if (resolution.Repeats is { } repeats)
            yield return Line(Repeats, numberOf(repeats));
        foreach (var minutes in resolution.Approves)
            yield return Line(Approves, minutes.ToString());
        foreach (var excluded in resolution.Excluded)
        {
            yield return Line(Excluded, excluded.Name);
            if (excluded.Reason is { } reason)
                yield return Line(Because, reason);
        }

        if (resolution.Kind != ResolutionKind.Motion)
            yield return Line(Kind, FormWords.ResolutionKinds[resolution.Kind]);
        if (resolution.Amount is { } amount)
        {
            yield return Line(Money, FormText.Money(amount));
            if (amount.BudgetLine is { } budgetLine)
                yield return Line(BudgetLine, budgetLine);
        }

        if (resolution.Minority is { } minority)
            yield return Line(Minority, minority);
    }

    /// <summary>Reads one line into the resolution; null when the line is none of ours or its value is not understood.</summary>
    public static Resolution? Read(Resolution resolution, string line, Func<string, EntryId?> resolutionNumbered)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0)
            return null;

        var value = MinutesText.Value(line[(colon + 1)..]);
        return line[..colon].Trim() switch
        {
            At when FormText.ReadTime(value) is { } at => resolution with { At = at },
            Repeats when resolutionNumbered(value) is { } repeats => resolution with { Repeats = repeats },
            Approves when MinutesId.TryParse(value, null, out var minutes) => resolution with { Approves = [.. resolution.Approves, minutes] },
            Excluded when value.Length > 0 => resolution with { Excluded = [.. resolution.Excluded, new Exclusion(value, null)] },
            Because when resolution.Excluded is [.., { Reason: null } last] => resolution with { Excluded = [.. resolution.Excluded.SkipLast(1), last with { Reason = value }] },
            Kind when FormWords.ResolutionKinds.Read(value) is { } kind => resolution with { Kind = kind },
            Money when FormText.ReadMoney(value) is { } amount => resolution with { Amount = amount },
            BudgetLine when resolution.Amount is { } amount => resolution with { Amount = amount with { BudgetLine = value } },
            Minority => resolution with { Minority = value },
            // It follows from the boards' own rows, and is written anew from them.
            JointOutcomeText.Label => resolution,
            _ => null,
        };
    }

    private static string Line(string label, string value) => $"{label}: {value}";
}
