namespace PartnerOffice.Documents.Import;

/// <summary>The signs that people set before what follows from a talk.</summary>
internal static class Signs
{
    public const string Arrow = @"(?:→|⟶|⇒|➔|➜|➤|➡\uFE0F?|►|▶\uFE0F?|☞|\uD83D\uDC49|-->|->|–>|—>|==>|=>|>>)";
}
