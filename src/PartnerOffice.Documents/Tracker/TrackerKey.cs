using System.Text;

namespace PartnerOffice.Documents.Tracker;

/// <summary>Keys compare by their words: trimmed and composed, so that a key typed on a Mac is the same key.</summary>
internal static class TrackerKey
{
    public static string Of(TrackerRow row, string column)
    {
        foreach (var (name, value) in row.Cells)
            if (name.Equals(column, StringComparison.OrdinalIgnoreCase))
                return Of(value);
        return "";
    }

    public static string Of(TrackerValue? value) => Of(value?.ToString() ?? "");

    public static string Of(string text) => text.Trim().Normalize(NormalizationForm.FormC);
}
