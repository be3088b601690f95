using PartnerOffice.Deliveries;

namespace PartnerOffice.Tests.Host.Deliveries.Model;

/// <summary>A file that is to go: deleted for good or, where that is refused, to the recycle bin.</summary>
internal sealed record RemovedFileSite : Site
{
    /// <summary>Whether the tenant refuses to delete for good.</summary>
    public required bool Refuses { get; init; }

    public bool IsInBin { get; init; }

    public override IEnumerable<(Site After, Answer Answer)> Take(Request request) => request switch
    {
        { Call: Call.Look } => [(this, new(Effects == 0 ? Reply.Found : Reply.Nothing))],
        { Call: Call.Delete } when Refuses && Effects == 0 => [(this, new(Reply.Forbidden))],
        // What is gone already is left in peace, and answered as deleted.
        { Call: Call.Delete } => [(this with { Effects = 1 }, new(Reply.Done))],
        { Call: Call.DeleteToBin } => [(Effects == 0 ? this with { Effects = 1, IsInBin = true } : this, new(Reply.Done))],
        _ => throw NotAsked(request),
    };

    public override bool Changes(Call call) => call is Call.Delete or Call.DeleteToBin;

    public override string? WrongWith(Row row) =>
        row.State != StepState.Done ? null
        : Effects == 0 ? "done, and the file is still there"
        : row.Says == Word.InRecycleBin != IsInBin ? $"people are told {row.Says}, and it {(IsInBin ? "lies in the recycle bin" : "is gone")}"
        : null;
}
