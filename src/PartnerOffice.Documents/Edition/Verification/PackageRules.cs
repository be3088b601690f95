namespace PartnerOffice.Documents.Edition;

/// <summary>How the parts of a package hang together: each is declared, reached and used, and nothing leads outside but the model's links.</summary>
internal static class PackageRules
{
    public static void Check(IReadOnlyDictionary<string, PartContent> contents, AllowedTexts texts, LeakList leaks)
    {
        foreach (var name in (string[])[AllowedParts.ContentTypes, AllowedParts.RootRelations, AllowedParts.Core, AllowedParts.Document])
        {
            if (!contents.ContainsKey(name))
                leaks.NotAllowed("package", name, "part-missing");
        }

        Types(contents, leaks);
        Relations(contents, texts, leaks);
    }

    private static void Types(IReadOnlyDictionary<string, PartContent> contents, LeakList leaks)
    {
        if (!contents.TryGetValue(AllowedParts.ContentTypes, out var types))
            return;

        var declared = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (name, type) in types.Types)
        {
            var isRight = name is ['/', .. var part]
                ? contents.ContainsKey(part) && AllowedParts.Of(part)?.ContentType == type
                : AllowedParts.Endings.GetValueOrDefault(name) == type;
            if (!isRight || !declared.Add(name))
                leaks.NotAllowed(types.Label, $"type {declared.Count}", "content-type-not-allowed");
        }

        foreach (var name in contents.Keys.Where(name => AllowedParts.Of(name)?.ContentType is not null && !declared.Contains("/" + name)))
            leaks.NotAllowed(types.Label, name, "content-type-missing");
    }

    private static void Relations(IReadOnlyDictionary<string, PartContent> contents, AllowedTexts texts, LeakList leaks)
    {
        var reached = new HashSet<string>(StringComparer.Ordinal) { AllowedParts.ContentTypes };
        foreach (var (name, relations) in contents)
        {
            if (AllowedParts.SourceOf(name) is not { } source)
                continue;

            // The relationships of the package belong to no part, all others to a part that is there.
            if (source.Length == 0 || contents.ContainsKey(source))
                reached.Add(name);

            var used = contents.GetValueOrDefault(source)?.UsedRelations ?? [];
            var known = new HashSet<string>(StringComparer.Ordinal);
            foreach (var relation in relations.Relations)
            {
                var isUsed = relation.IsExternal || IsNamed(relation.Type) ? used.Exists(use => use.Id == relation.Id && use.IsLink == relation.IsExternal) : true;
                if (!known.Add(relation.Id) || !isUsed || !IsAllowed(relation, source, contents, texts, reached))
                    leaks.NotAllowed(relations.Label, $"relationship {known.Count}", "relationship-not-allowed");
            }
        }

        foreach (var (name, content) in contents)
        {
            var relations = contents.GetValueOrDefault(AllowedParts.RelationsOf(name))?.Relations ?? [];
            if (content.UsedRelations.Exists(use => !relations.Exists(relation => relation.Id == use.Id && relation.IsExternal == use.IsLink)))
                leaks.NotAllowed(content.Label, "references", "relationship-missing");
            if (!reached.Contains(name))
                leaks.NotAllowed(content.Label, "package", "part-not-reached");
        }
    }

    // Headers and footers are there only where the document names them: an unshown variant is a hiding place.
    private static bool IsNamed(string type) => type.EndsWith("/header", StringComparison.Ordinal) || type.EndsWith("/footer", StringComparison.Ordinal);

    private static bool IsAllowed(Relation relation, string source, IReadOnlyDictionary<string, PartContent> contents, AllowedTexts texts, HashSet<string> reached)
    {
        if (relation.IsExternal)
            return relation.Type == AllowedParts.Hyperlink && IsWebOrMail(relation.Target) && texts.Links.Contains(relation.Target);

        var folder = source[..(source.LastIndexOf('/') + 1)];
        var target = folder + relation.Target;
        reached.Add(target);
        return contents.ContainsKey(target) && AllowedParts.Of(target)?.Relation == relation.Type;
    }

    private static bool IsWebOrMail(string target) =>
        Uri.TryCreate(target, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeMailto);
}
