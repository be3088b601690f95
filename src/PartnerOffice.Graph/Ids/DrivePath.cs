using System.Buffers;
using System.Diagnostics.CodeAnalysis;

namespace PartnerOffice.Graph;

/// <summary>
/// Where a file or folder lies below the root of its drive, for example <c>Protokolle/2026/2026-07-14 Protokoll.docx</c>.
/// </summary>
/// <remarks>
/// Holds SharePoint's rules for names (support article "Restrictions and limitations in OneDrive and SharePoint"),
/// so that a bad name is found before anything is sent. Two paths are the same place when they differ in case only;
/// equality here is by letters, as in every other text.
/// </remarks>
public readonly record struct DrivePath
{
    /// <summary>SharePoint takes fewer than 400 characters for the whole decoded path; this is our share of it.</summary>
    public const int MaxLength = 399;

    private static readonly SearchValues<char> Forbidden = SearchValues.Create("\"*:<>?/\\|");

    private readonly string? _value;

    private DrivePath(string value) => _value = value;

    /// <summary>The root of the drive itself.</summary>
    public static DrivePath Root => default;

    /// <summary>The path with slashes between its names; empty for the root.</summary>
    public string Value => _value ?? "";

    public bool IsRoot => _value is null;

    /// <summary>The last name; empty for the root.</summary>
    public string Name => Value[(Value.LastIndexOf('/') + 1)..];

    /// <summary>The folder it lies in; the root is its own parent.</summary>
    public DrivePath Parent => Value.LastIndexOf('/') is > 0 and var cut ? new DrivePath(Value[..cut]) : Root;

    /// <summary>The thing called <paramref name="name"/> in this folder.</summary>
    /// <exception cref="FormatException">SharePoint does not take this name.</exception>
    public DrivePath Append(string name) => Parse(IsRoot ? name : $"{Value}/{name}");

    /// <exception cref="FormatException">SharePoint does not take this path; the message says which name and why.</exception>
    public static DrivePath Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Objection(text) is { } objection ? throw new FormatException(objection) : Of(text);
    }

    public static bool TryParse([NotNullWhen(true)] string? text, out DrivePath path)
    {
        var good = text is not null && Objection(text) is null;
        path = good ? Of(text!) : default;
        return good;
    }

    public override string ToString() => Value;

    private static DrivePath Of(string text) => text.Length == 0 ? Root : new DrivePath(text);

    private static string? Objection(string text)
    {
        if (text.Length == 0) return null;
        if (text.Length > MaxLength) return $"The path has {text.Length} characters; SharePoint takes fewer than {MaxLength + 1}.";

        var names = text.Split('/');
        for (var place = 0; place < names.Length; place++)
            if (Objection(names[place], isLast: place == names.Length - 1, isFirst: place == 0) is { } objection)
                return objection;
        return null;
    }

    private static string? Objection(string name, bool isLast, bool isFirst) => name switch
    {
        "" => "A name in the path is empty.",
        _ when name.AsSpan().ContainsAny(Forbidden) => "SharePoint takes none of \" * : < > ? / \\ | in a name.",
        _ when name.Any(char.IsControl) => "A control character stands in a name.",
        _ when name[0] == ' ' || name[^1] is ' ' or '.' => "A name may not begin with a blank, nor end with a blank or a full stop.",
        _ when IsReserved(name) => "SharePoint keeps this name for itself.",
        _ when name.StartsWith("~$", StringComparison.Ordinal) || (!isLast && name[0] == '~') => "A name may not begin with ~.",
        _ when isFirst && name.Equals("forms", StringComparison.OrdinalIgnoreCase) => "\"Forms\" at the root belongs to the library.",
        _ => null,
    };

    private static bool IsReserved(string name) =>
        name.Contains("_vti_", StringComparison.OrdinalIgnoreCase)
        || name.ToUpperInvariant() is ".LOCK" or "CON" or "PRN" or "AUX" or "NUL" or "DESKTOP.INI"
        || (name.Length == 4 && char.IsAsciiDigit(name[3])
            && (name.StartsWith("COM", StringComparison.OrdinalIgnoreCase) || name.StartsWith("LPT", StringComparison.OrdinalIgnoreCase)));
}
