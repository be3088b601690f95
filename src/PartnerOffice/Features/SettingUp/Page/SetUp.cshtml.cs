using PartnerOffice.Api;
using PartnerOffice.Core;

namespace PartnerOffice.Features.SettingUp;

/// <summary>"Einrichtung": both sides' ticks. Of the own side with what was found and what helps; of the other one the ticks alone.</summary>
internal sealed class SetUpModel(CheckupRuns runs) : FragmentPage
{
    public CheckupRun? Own { get; private set; }

    public CheckupRun? Other { get; private set; }

    /// <summary>Whether the caller's district runs the machine: what is said of that is for it alone.</summary>
    public bool RunsTheHouse => Served.Partnership.Tracker.Writer == Caller.District.Id;

    public void OnGet() => (Own, Other) = (runs.Of(Caller.District.Id), runs.Of(Caller.Partner.Id));

    /// <summary>Whether the caller may read more of it than how it stands.</summary>
    public bool MayRead(CheckLine line) => line.District is not null || !IsOfTheHouse(line) || RunsTheHouse;

    public string Summary(CheckupRun run)
    {
        var areas = CheckupArea.Of(run.Lines);
        var open = areas.Count(area => area.State == CheckState.Broken);
        return Say(open switch
        {
            _ when run.IsRunning => new Bilingual($"Die Prüfung läuft. Bis jetzt: {run.Lines.Count} Punkte.", $"The check is running. So far: {run.Lines.Count} points."),
            _ when run.HasBrokenOff => new("Die Prüfung brach ab. Bitte noch einmal beginnen.", "The check broke off. Please start it again."),
            0 => new($"Alles in Ordnung, geprüft {Dates.Moment(run.EndedAt!.Value)}.", $"Everything in order, checked {Dates.Moment(run.EndedAt!.Value)}."),
            1 => new($"Ein Bereich ist noch offen, geprüft {Dates.Moment(run.EndedAt!.Value)}.", $"One area is still open, checked {Dates.Moment(run.EndedAt!.Value)}."),
            _ => new($"{open} Bereiche sind noch offen, geprüft {Dates.Moment(run.EndedAt!.Value)}.", $"{open} areas are still open, checked {Dates.Moment(run.EndedAt!.Value)}."),
        });
    }

    public static (string Sign, string Look) Tick(CheckState state) => state switch
    {
        CheckState.Ok => ("✓", "good"),
        CheckState.Warning => ("!", "warning"),
        CheckState.Broken => ("✕", "danger"),
        _ => ("–", "quiet"),
    };

    public static Bilingual Word(CheckState state) => state switch
    {
        CheckState.Ok => new("in Ordnung", "in order"),
        CheckState.Warning => new("Hinweis", "note"),
        CheckState.Broken => new("noch offen", "still open"),
        _ => new("nicht geprüft", "not checked"),
    };

    private static bool IsOfTheHouse(CheckLine line) => line.Check is "data-directory" or "secret" or "disk" or "templates";
}
