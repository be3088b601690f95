namespace PartnerOffice.Documents.Tracker;

/// <summary>Tells Excel to calculate the whole workbook when it opens it.</summary>
internal static class CalculationOnLoad
{
    public static void Demand(WorkbookModel workbook)
    {
        var part = workbook.WorkbookPart;
        var xml = workbook.Part(part);
        var splice = new Splice();
        var scanner = new XmlScanner(xml, part);
        scanner.Next();
        var prefix = System.Text.Encoding.UTF8.GetString(scanner.Name[..^scanner.Local.Length]);
        var before = -1;
        var done = false;
        while (scanner.Next())
        {
            if (scanner.Depth == 0)
                before = before < 0 ? scanner.Start : before;
            if (scanner.Depth != 1 || scanner.Kind == TagKind.End)
                continue;
            if (scanner.Is("calcPr"u8))
            {
                if (!scanner.TryAttribute("fullCalcOnLoad"u8, out var at, out var length))
                    splice.Insert(scanner.NameStart + scanner.NameLength, " fullCalcOnLoad=\"1\"");
                else if (!scanner.Attribute("fullCalcOnLoad"u8).SequenceEqual("1"u8))
                    splice.Replace(at, length, "1");
                done = true;
                break;
            }

            if (before < 0 && IsBehindCalculation(scanner.Local))
                before = scanner.Start;
        }

        if (!done)
            splice.Insert(before, $"<{prefix}calcPr fullCalcOnLoad=\"1\"/>");
        workbook.Change(part, splice);
    }

    /// <summary>The order of elements is part of the schema; these follow calcPr.</summary>
    private static bool IsBehindCalculation(ReadOnlySpan<byte> local) =>
        local.SequenceEqual("oleSize"u8) || local.SequenceEqual("customWorkbookViews"u8) || local.SequenceEqual("pivotCaches"u8)
        || local.SequenceEqual("smartTagPr"u8) || local.SequenceEqual("smartTagTypes"u8) || local.SequenceEqual("webPublishing"u8)
        || local.SequenceEqual("fileRecoveryPr"u8) || local.SequenceEqual("webPublishObjects"u8) || local.SequenceEqual("extLst"u8);
}
