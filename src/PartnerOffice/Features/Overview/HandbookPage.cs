using System.Text.RegularExpressions;
using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace PartnerOffice.Features.Overview;

/// <summary>A page of the handbook as HTML. Its tables name the head of its column in every cell, so that they can be read as a list on a phone.</summary>
internal static partial class HandbookPage
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePipeTables().DisableHtml().Build();

    /// <param name="name">Of the resource that holds it.</param>
    public static string Read(string name)
    {
        using var stream = typeof(HandbookPage).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"There is no resource {name}.");
        using var reader = new StreamReader(stream);
        return Render(reader.ReadToEnd());
    }

    public static string Render(string markdown)
    {
        var document = Markdown.Parse(markdown, Pipeline);
        foreach (var table in document.Descendants<Table>())
            Label(table);
        foreach (var heading in document.Descendants<HeadingBlock>().Where(heading => heading.Level == 1))
            heading.GetAttributes().AddProperty("tabindex", "-1");
        // Pages of the handbook lie beside each other, but not here.
        foreach (var link in document.Descendants<LinkInline>().Where(link => link.Url is { } url && !url.StartsWith("https:", StringComparison.Ordinal)).ToList())
            link.ReplaceBy(new LiteralInline(TextOf(link)), copyChildren: false);
        return TableStart().Replace(document.ToHtml(Pipeline), "<table role=\"table\">");
    }

    private static void Label(Table table)
    {
        var heads = table.OfType<TableRow>().First().OfType<TableCell>().Select(TextOf).ToList();
        foreach (var row in table.OfType<TableRow>().Skip(1))
        {
            foreach (var (cell, head) in row.OfType<TableCell>().Zip(heads))
                cell.GetAttributes().AddProperty("data-head", head);
        }
    }

    private static string TextOf(MarkdownObject part) => string.Concat(part.Descendants().Select(one => one switch
    {
        LiteralInline literal => literal.Content.ToString(),
        CodeInline code => code.Content,
        _ => "",
    }));

    [GeneratedRegex("<table>")]
    private static partial Regex TableStart();
}
