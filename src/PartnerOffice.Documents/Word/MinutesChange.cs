using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using PartnerOffice.Core;
using PartnerOffice.Documents.Gate;
using PartnerOffice.Documents.Packaging;

namespace PartnerOffice.Documents.Word;

/// <summary>Changes single values of a document that people wrote, and nothing else: their words, pictures and looks stay.</summary>
public static class MinutesChange
{
    private static readonly Dictionary<string, string> Lines = new()
    {
        [Tags.VersionReplaces] = "Ersetzt Fassung",
        [Tags.VersionNote] = "Änderung",
        [Tags.ApprovalState] = "Stand",
        [Tags.ReleasedBy] = "Freigegeben durch",
        [Tags.ReleasedAt] = "Freigegeben am",
        [Tags.ApprovedOn] = "Genehmigt am",
        [Tags.ApprovedIn] = "Genehmigt in der Sitzung",
        [Tags.ApprovedByItem] = "Genehmigt unter TOP",
        [Tags.ApprovedByVote] = "Abstimmung",
        [Tags.OriginalSignedOn] = "Unterschrieben am",
        [Tags.OriginalKept] = "Original liegt",
    };

    /// <summary>The document with the values of <paramref name="after"/> where they differ from what it says.</summary>
    /// <exception cref="TemplateException">A control is gone, or the changed document does not read as it should.</exception>
    public static byte[] Apply(ReadOnlyMemory<byte> document, Minutes before, Minutes after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);

        var package = PartsPackage.Read(document);
        var body = new Document(package.RootElement("word/document.xml"));
        var margins = package.Names
            .Where(name => name.StartsWith("word/header", StringComparison.Ordinal) || name.StartsWith("word/footer", StringComparison.Ordinal))
            .ToDictionary(name => name, name => name.StartsWith("word/header", StringComparison.Ordinal) ? (OpenXmlElement)new Header(package.RootElement(name)) : new Footer(package.RootElement(name)));
        OpenXmlElement[] parts = [body, .. margins.Values];

        // Added lines go right below the version, so the last one added stands first.
        foreach (var (tag, value) in Changed(before, after).Reverse())
            Put(parts, tag, value, after);
        foreach (var control in parts.SelectMany(part => Controls.Tagged(part, DocumentFrame.StandingTag)))
            Controls.Fill(control, "Stand: " + DocumentFrame.StandingOf(after.Approval.State, after.IsJoint));

        package.SetXml("word/document.xml", body.OuterXml);
        foreach (var (name, margin) in margins)
            package.SetXml(name, margin.OuterXml);
        new CustomProperties(package) { [CustomProperties.MinutesId] = after.Id.ToString() }.Save();

        var bytes = package.ToBytes();
        return Says(bytes, after) ? bytes : throw NotAsMeant();
    }

    /// <summary>What is to stand in which control, for whoever has the document open and writes it there: by tag, where it differs.</summary>
    public static IReadOnlyDictionary<string, string> ValuesOf(Minutes before, Minutes after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);

        var values = Changed(before, after).ToDictionary(value => value.Tag, value => value.Text);
        if (before.Approval.State != after.Approval.State)
            values[DocumentFrame.StandingTag] = "Stand: " + DocumentFrame.StandingOf(after.Approval.State, after.IsJoint);
        return values;
    }

    private static IEnumerable<MinutesValue> Changed(Minutes before, Minutes after)
    {
        var old = MinutesValues.Of(before).ToDictionary(value => value.Tag, value => value.Text);
        return MinutesValues.Of(after).Where(value => old[value.Tag] != value.Text);
    }

    private static void Put(OpenXmlElement[] parts, string tag, string value, Minutes minutes)
    {
        var controls = parts.SelectMany(part => Controls.Tagged(part, tag)).ToList();
        foreach (var control in controls)
            Controls.Fill(control, tag == Tags.Date && control.Ancestors<TableRow>().Any() ? FormText.DateWithWeekday(minutes.Date) : value);

        // Finished minutes leave out lines that said nothing: the line comes back below the version.
        if (controls.Count == 0 && !FormText.IsNothing(value))
            AddLine(parts[0], tag, value);
    }

    private static void AddLine(OpenXmlElement body, string tag, string value)
    {
        var version = Controls.Tagged(body, Tags.VersionNumber).Select(control => control.Ancestors<TableRow>().FirstOrDefault()).OfType<TableRow>().FirstOrDefault();
        if (version is null || !Lines.TryGetValue(tag, out var label))
            throw TemplateException.Missing(tag);

        var line = (TableRow)version.CloneNode(true);
        var words = line.Descendants<Text>().First();
        words.Text = label;
        foreach (var other in words.Ancestors<Paragraph>().First().Descendants<Text>().Skip(1).ToList())
            other.Parent!.Remove();
        var control = Controls.Tagged(line, Tags.VersionNumber).First();
        Controls.SetTag(control, tag);
        control.SdtProperties!.GetFirstChild<SdtAlias>()?.Remove();
        control.SdtProperties.PrependChild(new SdtAlias { Val = label });

        // Word numbers controls over the whole document; a copy needs a number of its own.
        control.SdtProperties.GetFirstChild<SdtId>()!.Val = 1 + Controls.In(body).Select(other => other.SdtProperties?.GetFirstChild<SdtId>()?.Val?.Value ?? 0).Max();
        Controls.Fill(control, value);
        version.InsertAfterSelf(line);
    }

    private static bool Says(byte[] bytes, Minutes after) =>
        MinutesReader.Read(PackageGate.Inspect(bytes, PackageKind.Word)).Minutes is { } read && MinutesJson.Write(read) == MinutesJson.Write(CanonicalMinutes.Of(after));

    private static TemplateException NotAsMeant() => new(
        "Dokument",
        new Bilingual("Im Dokument ließ sich nicht alles ändern; Felder der Vorlage fehlen oder stehen doppelt.", "Not everything could be changed in the document; controls of the template are gone, or there twice."),
        new Bilingual("Das Protokoll prüfen und die genannten Felder wieder einsetzen.", "Check the minutes, and put the named controls back."));
}
