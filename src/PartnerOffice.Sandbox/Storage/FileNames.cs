using System.Text;

namespace PartnerOffice.Sandbox;

/// <summary>Names for files and folders that every file system takes and a person can read.</summary>
internal static class FileNames
{
    private const int MaxLength = 80;

    public static string Plain(string name)
    {
        var plain = new StringBuilder();
        foreach (var letter in name.Normalize(NormalizationForm.FormC))
        {
            plain.Append(char.IsLetterOrDigit(letter) || letter is ' ' or '-' or '_' or '.' or '@' ? letter : '_');
        }

        var trimmed = plain.ToString().Trim(' ', '.');
        trimmed = trimmed.Length > MaxLength ? trimmed[..MaxLength].Trim(' ', '.') : trimmed;
        return trimmed.Length == 0 ? "_" : trimmed;
    }

    public static string Unused(string name, Predicate<string> isTaken)
    {
        var candidate = name;
        for (var number = 2; isTaken(candidate); number++)
        {
            candidate = $"{name} {number}";
        }

        return candidate;
    }
}
