using PartnerOffice.Core;
using PartnerOffice.Graph;

namespace PartnerOffice.Features.Sharing;

/// <summary>What the versions of a file tell: who set its column, and who wrote its text last.</summary>
/// <param name="Stand">What the column says in the newest version.</param>
/// <param name="Setter">Who made the version in which it began to say so.</param>
/// <param name="IsOurs">Whether that was the service itself.</param>
/// <param name="Writer">Who wrote the text last; null where nobody but the service did.</param>
/// <param name="WasWrittenAfter">Whether the text changed after the column was set.</param>
/// <remarks>
/// A version in which our columns are as before is a change of the text, or of something else that we cannot tell from it; the oldest is one too.
/// So a library without versions shows one person as both, and lets nobody release by the column.
/// </remarks>
internal sealed record DoorHistory(string Stand, Editor Setter, bool IsOurs, Editor? Writer, bool WasWrittenAfter)
{
    /// <param name="versions">Newest first.</param>
    public static DoorHistory Of(IReadOnlyList<ListItemVersion> versions, Func<Editor, bool> isOurs)
    {
        if (versions.Count == 0)
            return new(BoardColumns.Draft, Editor.Unknown, IsOurs: false, Editor.Unknown, WasWrittenAfter: true);

        var set = 0;
        while (set + 1 < versions.Count && DoorReader.StandOf(versions[set + 1].Fields) == DoorReader.StandOf(versions[0].Fields))
            set++;
        var written = versions.Select((version, index) => (version, index)).FirstOrDefault(one => !isOurs(one.version.By) && IsText(versions, one.index));
        return new(
            DoorReader.StandOf(versions[0].Fields), versions[set].By, isOurs(versions[set].By), written.version?.By, written.version is not null && written.index < set);
    }

    private static bool IsText(IReadOnlyList<ListItemVersion> versions, int index) =>
        index == versions.Count - 1
        || (DoorReader.StandOf(versions[index].Fields) == DoorReader.StandOf(versions[index + 1].Fields) && DoorReader.HintOf(versions[index].Fields) == DoorReader.HintOf(versions[index + 1].Fields));
}
