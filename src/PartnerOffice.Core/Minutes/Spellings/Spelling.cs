namespace PartnerOffice.Core;

/// <summary>What was read from something that a person typed: a value, or a question. Neither means that it was not understood.</summary>
/// <param name="Value">Null where nothing certain can be said.</param>
/// <param name="Question">Why a person must look: the words can mean two things, or contradict themselves.</param>
public readonly record struct Spelling<T>(T? Value, Bilingual? Question = null)
    where T : struct
{
    public bool IsUnderstood => Value is not null && Question is null;

    /// <summary>The value where nothing is open about it.</summary>
    public T? Certain => Question is null ? Value : null;
}
