using PartnerOffice.Core;

namespace PartnerOffice.Documents.Edition;

/// <summary>A copy for private addresses held something that only the board may know. Nothing left; the words are never repeated.</summary>
public sealed class BoardCopyException : RefusalException
{
    internal BoardCopyException(string place)
        : base(
            "board-copy-leak",
            place,
            new Bilingual("In der Fassung ohne vertrauliche Punkte steht etwas, das im Vorstand bleibt.", "The copy without confidential points holds something that stays in the board."),
            new Bilingual("Nichts versenden. Die Stelle im Protokoll prüfen und ganz kennzeichnen.", "Send nothing. Look at the passage in the minutes, and mark the whole of it."))
    {
    }
}
