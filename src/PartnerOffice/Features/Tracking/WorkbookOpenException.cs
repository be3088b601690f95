using PartnerOffice.Core;

namespace PartnerOffice.Features.Tracking;

/// <summary>Somebody has the workbook open: what we saved now would be lost, or theirs. Nothing was changed; exit code 3.</summary>
internal sealed class WorkbookOpenException(string path, Exception? inner = null) : RefusalException(
    "workbook-open",
    Path.GetFileName(path),
    new Bilingual("Die Arbeitsmappe ist gerade geöffnet.", "The workbook is open just now."),
    new Bilingual("Schließen und wiederholen, oder mit --out in eine andere Datei schreiben.", "Close it and try again, or write into another file with --out."),
    inner);
