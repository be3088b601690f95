using PartnerOffice.Core;

namespace PartnerOffice.Documents.Word;

/// <summary>What two boards decided, in one line: "angenommen vom Kreisvorstand Steinfurt, abgelehnt vom Kreisvorstand Mecklenburgische Seenplatte" (R22).</summary>
internal static class JointOutcomeText
{
    public const string Label = "Gemeinsam";

    public static string Of(IReadOnlyList<BoardVote> votes, BoardNames boards) => BoardVote.Together(votes) switch
    {
        Outcome.Unanimous => "einstimmig angenommen von beiden Kreisvorständen",
        Outcome.Adopted => "angenommen von beiden Kreisvorständen",
        _ => string.Join(", ", votes.Select(vote => $"{Word(vote)} vom Kreisvorstand {boards.NameOf(vote.District)}")),
    };

    private static string Word(BoardVote vote) => FormWords.Outcomes[vote.IsAdopted ? Outcome.Adopted : vote.Outcome];
}
