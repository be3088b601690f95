using System.Xml.Linq;
using PartnerOffice.Core;

namespace PartnerOffice.Documents.Word.Repair;

/// <summary>Tells in which of the delivered forms a document was written, also when nothing but its words is left.</summary>
internal static class FormFinder
{
    /// <summary>The form; null for a document that was written in none of them.</summary>
    public static TemplateForm? Find(WordSource source)
    {
        // Every word processor keeps the file's properties, but words may have been copied into another file.
        var named = TemplateForm.Named(source.Template?.Split(' ')[0]);
        var controls = source.Body.Descendants(W.Control).Where(control => control.TagOf()?.StartsWith(Tags.Prefix, StringComparison.Ordinal) == true).ToList();
        if (TaggedKind(controls) is { } kind)
            return named ?? TemplateForm.For(kind);

        var fitting = TemplateForm.All.Select(form => (Form: form, Kind: FormLines.Of(form).KindIn(source))).Where(found => found.Kind is not null).ToList();
        if (named is not null && (fitting.Count == 0 || fitting.Exists(found => found.Form == named)))
            return named;

        return fitting.Find(found => found.Form.Kinds.Contains(found.Kind!.Value)).Form
            ?? fitting.FirstOrDefault().Form
            ?? (controls.Count > 0 ? TemplateForm.OfBoard : null);
    }

    /// <summary>Whether it is a partner's copy: never the minutes themselves, however much it looks like them.</summary>
    public static bool IsEdition(WordSource source)
    {
        var reader = new LineReader(source, _ => { });
        return source.Body.Descendants(W.Control).Any(control => control.TagOf() == DocumentFrame.NoteTag)
            || source.Body.Elements(W.Paragraph).Select(paragraph => reader.Text(paragraph).Trim()).Any(text => TemplateForm.All.Any(form => text.Equals(EditionWords.TitleOf(form), StringComparison.OrdinalIgnoreCase)));
    }

    private static MeetingKind? TaggedKind(List<XElement> controls) => controls
        .Where(control => control.TagOf() == Tags.Kind)
        .Select(control => FormWords.Kinds.Read(string.Concat(control.Descendants(W.Main + "t").Select(text => text.Value))))
        .FirstOrDefault(kind => kind is not null);
}
