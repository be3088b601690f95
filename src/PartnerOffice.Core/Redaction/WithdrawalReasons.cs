namespace PartnerOffice.Core;

/// <summary>The reasons of a withdrawal as everybody may read them.</summary>
public static class WithdrawalReasons
{
    /// <summary>The sentence for a reason.</summary>
    public static Bilingual Of(WithdrawalReason reason) => reason switch
    {
        WithdrawalReason.Confidential => new("Es war etwas enthalten, das im Vorstand bleiben soll.", "It held something that is to stay in the board."),
        WithdrawalReason.PersonalData => new("Es waren Angaben zu einer Person enthalten, die nicht mitgehen durften.", "It held data about a person that should not have gone along."),
        WithdrawalReason.WrongDocument => new("Es war nicht das richtige Dokument.", "It was not the right document."),
        WithdrawalReason.TooEarly => new("Es war noch nicht freigegeben oder genehmigt.", "It was not released or approved yet."),
        _ => throw new ArgumentOutOfRangeException(nameof(reason)),
    };
}
