namespace PartnerOffice.Core;

/// <summary>How many of those who are invited answered what: all that anybody outside the own board learns of answers (R11).</summary>
public readonly record struct AnswerCounts(int Accepted, int Declined, int Tentative, int Open)
{
    /// <summary>"6 zu, 2 ab, 3 offen"; who may come is named where there is anybody.</summary>
    public Bilingual Words => new(
        Tentative > 0 ? $"{Accepted} zu, {Declined} ab, {Tentative} vielleicht, {Open} offen" : $"{Accepted} zu, {Declined} ab, {Open} offen",
        Tentative > 0 ? $"{Accepted} yes, {Declined} no, {Tentative} perhaps, {Open} open" : $"{Accepted} yes, {Declined} no, {Open} open");

    /// <param name="answers">One for each who is invited; null for who has not answered.</param>
    public static AnswerCounts Of(IEnumerable<InvitationAnswer?> answers)
    {
        ArgumentNullException.ThrowIfNull(answers);
        var all = answers.ToList();
        int How(InvitationAnswer? answer) => all.Count(one => one == answer);
        return new(How(InvitationAnswer.Accepted), How(InvitationAnswer.Declined), How(InvitationAnswer.Tentative), How(null));
    }
}
