namespace PartnerOffice.Core;

/// <summary>Brings one list of a commented file from what it says to what it shall say, item by item.</summary>
internal static class PeopleLists
{
    /// <param name="key">What stays the same of an item while the rest of it changes.</param>
    /// <param name="edit">Changes an item that stays.</param>
    /// <param name="isOnLine">Whether the first item of an empty list gets a line of its own.</param>
    public static CommentedJson Merge<T, TKey>(
        CommentedJson json, string holder, string name, IReadOnlyList<T> before, IReadOnlyList<T> after,
        Func<T, TKey> key, Func<T, string> render, Func<CommentedJson, string, T, T, CommentedJson> edit, bool isOnLine)
        where TKey : notnull
    {
        var place = $"{holder}.{name}";
        if (before.Count == 0 && after.Count == 0)
            return json;
        if (!json.HasList(place))
            json = json.Set(holder, name, "[]");

        var (now, kept) = (before.ToList(), after.Select(key).ToHashSet());
        for (var index = now.Count - 1; index >= 0; index--)
        {
            if (kept.Contains(key(now[index])))
                continue;
            json = json.RemoveAt(place, index);
            now.RemoveAt(index);
        }

        for (var index = 0; index < after.Count; index++)
        {
            if (index < now.Count && key(now[index]).Equals(key(after[index])))
            {
                json = edit(json, $"{place}[{index}]", now[index], after[index]);
                continue;
            }

            json = json.Insert(place, index, render(after[index]), isOnLine);
            now.Insert(index, after[index]);
        }

        return json;
    }
}
