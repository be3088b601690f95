namespace PartnerOffice.Documents.Word;

/// <summary>What a person does with an objection.</summary>
public enum ObjectionAnswer
{
    /// <summary>The change is made.</summary>
    Accept,

    /// <summary>It stays as it was.</summary>
    Reject,

    /// <summary>The comment is settled, and goes with its replies.</summary>
    Answer,
}
