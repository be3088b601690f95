namespace PartnerOffice.Documents.Word;

/// <summary>The document's outside links, each address once, numbered in the order of their first use.</summary>
internal sealed class LinkPart
{
    private readonly List<(string Id, string Target)> links = [];

    public IReadOnlyList<(string Id, string Target)> Links => links;

    public string IdOf(string target)
    {
        foreach (var link in links)
        {
            if (link.Target == target)
                return link.Id;
        }

        var id = $"rIdPO{links.Count + 1}";
        links.Add((id, target));
        return id;
    }
}
