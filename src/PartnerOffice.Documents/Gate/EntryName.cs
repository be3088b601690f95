namespace PartnerOffice.Documents.Gate;

/// <summary>The rules for names of entries, so that every reader finds the same part under the same name.</summary>
internal static class EntryName
{
    /// <summary>The form in which two names are compared: by the packaging rules neither case nor escapes make a difference.</summary>
    public static string Key(string name) => Uri.UnescapeDataString(name).ToLowerInvariant();

    /// <summary>Refuses names that lead out of the package or that readers understand differently.</summary>
    public static void Require(string name)
    {
        if (name.Length > GateLimits.EntryNameLength)
        {
            throw new GateRefusal(GateCode.BadName, name);
        }

        // Escapes are undone for this question only: "%2e%2e%2f" is a way out as well.
        var plain = Uri.UnescapeDataString(name);
        var segments = (plain.EndsWith('/') ? plain[..^1] : plain).Split('/');
        if (plain.Any(c => c is '\\' or ':' || char.IsControl(c))
            || segments.Length != (name.EndsWith('/') ? name[..^1] : name).Split('/').Length
            || segments.Any(segment => segment is "" or "." or "..")
            || IsPiece(segments[^1]))
        {
            throw new GateRefusal(GateCode.BadName, name);
        }
    }

    // A part in pieces ("[0].piece", "[1].last.piece"): some readers join them, others see other parts.
    private static bool IsPiece(string segment) => segment.StartsWith('[') && segment.EndsWith(".piece", StringComparison.OrdinalIgnoreCase);
}
