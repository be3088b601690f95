namespace PartnerOffice.Sandbox;

/// <summary>What must hold before an item may be changed.</summary>
internal static class Guards
{
    /// <summary>If-Match takes the eTag or the cTag; a weak tag or a list is not what Graph understands.</summary>
    public static void RequireMatch(string? ifMatch, ItemState? item)
    {
        if (ifMatch is null)
        {
            return;
        }

        if (ifMatch == "*")
        {
            if (item is null)
            {
                throw GraphRefusal.ResourceModified();
            }

            return;
        }

        var tag = ifMatch.Trim();
        if (!tag.Contains(',', StringComparison.Ordinal))
        {
            throw new GraphRefusal(400, "invalidRequest", "The entity tag in If-Match is malformed.", "malformedEntityTag");
        }

        if (item is null || (!Same(tag, item.ETag) && !Same(tag, item.CTag) && !Same(tag, item.ListItemETag)))
        {
            throw GraphRefusal.ResourceModified();
        }
    }

    /// <summary>Whether a tag in If-None-Match is the item's own.</summary>
    public static bool Names(IEnumerable<string?> ifNoneMatch, ItemState item) =>
        ifNoneMatch.Any(tag => tag is not null && (Same(tag.Trim(), item.ETag) || Same(tag.Trim(), item.CTag)));

    public static void RequireUnlocked(Drive drive, ItemState item, Actor by)
    {
        if (PeopleAtTheFiles.OpenWith(drive, item) is { } reader)
        {
            throw GraphRefusal.Locked(reader);
        }

        if (item.CheckedOutBy is { } holder && holder != by)
        {
            throw GraphRefusal.Locked($"{holder.UserName ?? holder.AppName}, who checked it out");
        }

        foreach (var child in drive.Children(item.Id))
        {
            RequireUnlocked(drive, child, by);
        }
    }

    /// <summary>Clients leave the quotes away at times, and Graph does not mind.</summary>
    private static bool Same(string given, string tag) => string.Equals(given.Trim('"'), tag.Trim('"'), StringComparison.OrdinalIgnoreCase);
}
