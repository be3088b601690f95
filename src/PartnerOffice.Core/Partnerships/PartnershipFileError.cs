namespace PartnerOffice.Core;

/// <summary>One mistake in a partnership file: where it stands, what is expected there and what was found.</summary>
/// <param name="Line">Counted from 1.</param>
/// <param name="Field">The path of the field, as in <c>districts[0].rules.noticeDays</c>; empty for the file as a whole.</param>
/// <remarks>What was found may be a name or an address: for the person who edits the file, never for a log.</remarks>
public sealed record PartnershipFileError(string File, int Line, string Field, Bilingual Expected, Bilingual Found)
{
    /// <summary>The mistake in one line.</summary>
    public Bilingual Message => new(
        $"{File}, Zeile {Line}{(Field.Length > 0 ? $", {Field}" : "")}: erwartet {Expected.German}; gefunden {Found.German}.",
        $"{File}, line {Line}{(Field.Length > 0 ? $", {Field}" : "")}: expected {Expected.English}; found {Found.English}.");

    /// <inheritdoc/>
    public override string ToString() => Message.German;
}
