namespace PartnerOffice.Documents.Gate;

/// <summary>Finds the one part that the package is about, and holds it against what the file claims to be.</summary>
internal static class MainPart
{
    private const string Formats = "application/vnd.openxmlformats-officedocument.";

    /// <summary>The declared types of main parts, with what they are.</summary>
    private static readonly Dictionary<string, string> Kinds = new(StringComparer.OrdinalIgnoreCase)
    {
        [Formats + "wordprocessingml.document.main+xml"] = "word",
        [Formats + "wordprocessingml.template.main+xml"] = "word",
        [Formats + "spreadsheetml.sheet.main+xml"] = "workbook",
        [Formats + "spreadsheetml.template.main+xml"] = "workbook",
        [Formats + "presentationml.presentation.main+xml"] = "presentation",
        [Formats + "presentationml.template.main+xml"] = "presentation",
        [Formats + "presentationml.slideshow.main+xml"] = "presentation",
        ["application/vnd.ms-excel.sheet.binary.macroEnabled.main"] = "xlsb",
    };

    /// <exception cref="GateRefusal">There is none, there are two, or it is of another kind.</exception>
    public static string Find(PackageKind kind, IReadOnlyList<PackageRelationship> relationships, ContentTypes types, IEnumerable<string> names)
    {
        var leading = relationships
            .Where(relationship => relationship.Source is null && relationship.Kind.Equals("officeDocument", StringComparison.OrdinalIgnoreCase))
            .ToList();
        var main = leading switch
        {
            [{ Part: { } part }] => part,
            [_, _, ..] => throw new GateRefusal(GateCode.Ambiguous, "_rels/.rels"),
            _ => throw new GateRefusal(GateCode.MainPartMissing),
        };

        var type = types.Of(main);
        if (type is null)
        {
            throw new GateRefusal(GateCode.BrokenPackage, main);
        }

        var found = Kinds.GetValueOrDefault(type);
        if (found != (kind == PackageKind.Word ? "word" : "workbook"))
        {
            var hasMacros = found != "xlsb" && type.Contains("macroEnabled", StringComparison.OrdinalIgnoreCase);
            throw hasMacros ? new GateRefusal(GateCode.Macros, main) : new GateRefusal(GateCode.WrongKind, main, found);
        }

        // A second document beside the first: which of them is "the" document would depend on the reader.
        var second = names.FirstOrDefault(name => name != main && types.Of(name) is { } other && Kinds.ContainsKey(other));
        return second is null ? main : throw new GateRefusal(GateCode.Ambiguous, second);
    }
}
