using PartnerOffice.Core;
using PartnerOffice.Documents.Packaging;

namespace PartnerOffice.Documents.Word;

/// <summary>Fills the standard form with minutes: complete, in the look of the template.</summary>
public static class MinutesWriter
{
    /// <summary>The minutes as a .docx.</summary>
    /// <param name="template">The template, delivered or restyled.</param>
    /// <exception cref="MinutesFormatException">The minutes cannot be brought into canonical form.</exception>
    /// <exception cref="TemplateException">The template has lost controls or tables that the minutes need.</exception>
    public static byte[] Fill(ReadOnlyMemory<byte> template, Minutes minutes, DocumentFrame frame) =>
        Write(template, minutes, frame, new FillingMode());

    /// <summary>A draft before the meeting: what nobody can know yet is left to write in, and spare agenda items follow the agenda (R2).</summary>
    /// <param name="offered">The partner's minutes that can be ticked under an agenda item as taken note of.</param>
    /// <param name="open">The tables that lie ready in an agenda item although it has none of their rows.</param>
    /// <exception cref="MinutesFormatException">The minutes cannot be brought into canonical form.</exception>
    /// <exception cref="TemplateException">The template has lost controls or tables that the minutes need.</exception>
    public static byte[] Draft(ReadOnlyMemory<byte> template, Minutes minutes, DocumentFrame frame, IReadOnlyDictionary<EntryId, DraftTables>? open = null,
        IReadOnlyDictionary<EntryId, IReadOnlyList<MinutesId>>? offered = null) =>
        Write(template, minutes, frame, new FillingMode
        {
            IsDraft = true,
            OpenTables = open ?? new Dictionary<EntryId, DraftTables>(),
            Offered = offered ?? new Dictionary<EntryId, IReadOnlyList<MinutesId>>(),
        });

    /// <summary>Fills our own form of the partner edition.</summary>
    /// <param name="districts">The names of the districts by id.</param>
    internal static void FillEdition(PartsPackage form, Minutes content, IReadOnlyDictionary<string, string> frame, IReadOnlyDictionary<string, string> districts) =>
        new FormFilling(form, content, frame, new FillingMode { IsEdition = true, DistrictNames = districts }).Run();

    internal static byte[] Write(ReadOnlyMemory<byte> template, Minutes minutes, DocumentFrame frame, FillingMode mode)
    {
        ArgumentNullException.ThrowIfNull(minutes);
        ArgumentNullException.ThrowIfNull(frame);

        var canonical = CanonicalMinutes.Of(minutes);
        var package = PartsPackage.Read(template);
        new FormFilling(package, canonical, Values(frame), mode with { DistrictNames = frame.Districts }).Run();

        package.SetXml("docProps/core.xml", WordParts.CoreProperties(new WordParts.Core($"Protokoll {canonical.Number} vom {FormText.Date(canonical.Date)}", null, null, canonical.Date)));
        var properties = new CustomProperties(package) { [CustomProperties.MinutesId] = canonical.Id.ToString() };
        properties[CustomProperties.Template] ??= $"{TemplateForm.For(canonical.Kind).Name} {MinutesTemplate.Version}";
        properties.Save();
        return package.ToBytes();
    }

    private static Dictionary<string, string> Values(DocumentFrame frame) => new()
    {
        [DocumentFrame.DistrictNameTag] = frame.DistrictName,
        [DocumentFrame.UseTag] = frame.Use,
        [DocumentFrame.StandingTag] = "Stand: " + frame.Standing,
    };
}
