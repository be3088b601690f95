using PartnerOffice.Core;

namespace PartnerOffice.Documents.Word;

/// <summary>A vote in one line: "4 Ja, 0 Nein, 0 Enthaltungen, 0 ungültig (offen)".</summary>
internal static class VoteText
{
    private const string NotCounted = "ohne Zählung";

    public static string Write(Vote? vote) => vote switch
    {
        null => FormText.Nothing,
        { Counted: false } => $"{NotCounted} ({FormWords.VoteModes[vote.Mode]})",
        _ => $"{vote.Yes} Ja, {vote.No} Nein, {vote.Abstained} {(vote.Abstained == 1 ? "Enthaltung" : "Enthaltungen")}, {vote.Invalid} ungültig ({FormWords.VoteModes[vote.Mode]})",
    };

    /// <summary>Reads the line back, or whatever a person typed there; false when it is not understood. Nothing at all is no vote.</summary>
    public static bool TryRead(string? text, out Vote? vote, out Bilingual? question)
    {
        (vote, question) = (null, null);
        if (FormText.IsNothing(text))
            return true;
        if (SpokenVote.Read(text) is not { } spoken || (spoken.Outcome is null && !spoken.HasFigures && !text!.Contains(NotCounted, StringComparison.OrdinalIgnoreCase)))
            return false;

        (vote, question) = (spoken.ToVote(), spoken.Question);
        return true;
    }
}
