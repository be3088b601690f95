using PartnerOffice.Core;
using PartnerOffice.Documents.Packaging;

namespace PartnerOffice.Documents.Word;

/// <summary>The delivered templates for minutes: standard form, real styles, spare agenda items.</summary>
/// <remarks>Built from code, byte for byte the same each time. People may restyle them; the controls and table heads are their contract.</remarks>
public static class MinutesTemplate
{
    /// <summary>Counts changes of the templates' contract; it stands in each document (R38).</summary>
    public const int Version = 1;

    /// <summary>In Word on the web nothing may be inserted live, so a draft carries spare agenda items (R2).</summary>
    public const int SpareItems = 5;

    private static readonly Dictionary<TemplateForm, Lazy<byte[]>> Delivered =
        TemplateForm.All.ToDictionary(form => form, form => new Lazy<byte[]>(() => Build(form, forPartners: false).ToBytes()));

    private static readonly Dictionary<TemplateForm, Lazy<byte[]>> ForPartners =
        TemplateForm.All.ToDictionary(form => form, form => new Lazy<byte[]>(() => Build(form, forPartners: true).ToBytes()));

    /// <summary>The names of the delivered files, the board's own first.</summary>
    public static IReadOnlyList<string> FileNames { get; } = [.. TemplateForm.All.Select(form => form.FileName)];

    /// <summary>The template of a board's own meetings as a .docx.</summary>
    public static ReadOnlyMemory<byte> Build() => Build(MeetingKind.BoardMeeting);

    /// <summary>The template for this kind of meeting as a .docx.</summary>
    public static ReadOnlyMemory<byte> Build(MeetingKind kind) => Delivered[TemplateForm.For(kind)].Value;

    /// <summary>The template that has this file name.</summary>
    public static ReadOnlyMemory<byte> Build(string fileName) => Delivered[TemplateForm.All.Single(form => form.FileName == fileName)].Value;

    /// <summary>The form of the partner edition: always ours, never a district's own file.</summary>
    internal static PartsPackage PartnerForm(MeetingKind kind) => PartsPackage.Read(ForPartners[TemplateForm.For(kind)].Value);

    private static PartsPackage Build(TemplateForm form, bool forPartners)
    {
        var pages = new TemplatePages(form, forPartners);
        var package = WordPackage.Of(pages.Body(), TemplatePages.Header(), pages.Footer(), new WordParts.Core($"{form.Title} (Vorlage)", null, null, null), withCustomProperties: !forPartners);
        if (!forPartners)
            new CustomProperties(package) { [CustomProperties.Template] = $"{form.Name} {Version}" }.Save();
        return package;
    }
}
