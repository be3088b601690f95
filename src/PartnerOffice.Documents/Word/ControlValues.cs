using System.Xml.Linq;
using PartnerOffice.Core;

namespace PartnerOffice.Documents.Word;

/// <summary>The single values of a document by the tag of their control, with what is wrong about them.</summary>
internal sealed class ControlValues
{
    private readonly Dictionary<string, List<string>> values = [];
    private readonly List<Finding> findings;

    public ControlValues(WordSource source, IEnumerable<XElement> controls, List<Finding> findings)
    {
        this.findings = findings;
        var reader = new LineReader(source, _ => { });
        foreach (var control in controls)
        {
            if (control.TagOf() is not { } tag || !tag.StartsWith(Tags.Prefix, StringComparison.Ordinal))
                continue;

            // The words of the control alone, also where it stands in the middle of a line.
            var pieces = reader.Read(new XElement(W.Paragraph, new XElement(control)), inControl: false);
            var text = string.Concat(pieces.Select(piece => piece.Run.Text));
            if (!Tags.IsInternal(tag) && (pieces.Any(piece => piece.IsInternal && !piece.IsBlank) || InternalSigns.AnyIn(text)))
                Marked.Add(tag);
            if (!values.TryGetValue(tag, out var list))
                values[tag] = list = [];
            list.Add(text);
        }
    }

    /// <summary>Tags of controls that carry a mark of the board where none can be.</summary>
    public HashSet<string> Marked { get; } = [];

    public bool Has(string tag) => values.ContainsKey(tag);

    /// <summary>The value, or null where nothing stands there. Where a control occurs more than once, all must say the same.</summary>
    public string? Text(string tag, string name)
    {
        if (!values.TryGetValue(tag, out var list))
            return null;

        // The head shows the day of the week, the running header does not: the same date all the same.
        var distinct = list.Select(FormText.Optional).Select(value => tag == Tags.Date && FormText.ReadDate(value) is { } date ? FormText.Date(date) : value).Distinct().ToList();
        if (distinct.Count > 1)
        {
            findings.Add(new Finding(
                "V2",
                Severity.Error,
                name,
                new Bilingual($"»{name}« steht mehrfach und verschieden im Dokument: {string.Join(" / ", distinct.Select(text => text ?? FormText.Nothing))}.", $"\"{name}\" stands in the document more than once, and differently."),
                new Bilingual("Überall denselben Wert eintragen (auch in der Kopfzeile).", "Enter the same value everywhere (in the header too).")));
        }

        return distinct[0];
    }

    /// <summary>The value read by <paramref name="read"/>; what is there but not understood is a finding, never a guess.</summary>
    public T? Value<T>(string tag, string name, Func<string, T?> read, string expected)
        where T : struct
    {
        if (Text(tag, name) is not { } text)
            return null;
        if (read(text) is { } value)
            return value;

        findings.Add(Unreadable(name, text, expected));
        return null;
    }

    /// <summary>The value as people spell it; what can mean two things is asked about.</summary>
    public T? Value<T>(string tag, string name, Func<string, Spelling<T>> read, string expected)
        where T : struct
    {
        if (Text(tag, name) is not { } text)
            return null;

        var spelling = read(text);
        if (spelling.Question is { } question)
            findings.Add(Asked(name, question, expected));
        else if (spelling.Value is null)
            findings.Add(Unreadable(name, text, expected));
        return spelling.Value;
    }

    /// <summary>What was typed can mean two things, or contradicts itself.</summary>
    public static Finding Asked(string place, Bilingual question, string expected) => new(
        "V1",
        Severity.Error,
        place,
        question,
        new Bilingual($"Eindeutig eintragen, als {expected}.", $"Enter it unambiguously, as {expected}."));

    public static Finding Unreadable(string place, string text, string expected) => new(
        "V1",
        Severity.Error,
        place,
        new Bilingual($"»{text}« wird hier nicht verstanden.", $"\"{text}\" is not understood here."),
        new Bilingual($"Erwartet wird {expected}.", $"Expected is {expected}."));

    public static Finding Missing(string place) => new(
        "V1",
        Severity.Error,
        place,
        new Bilingual($"»{place}« ist leer oder das Feld fehlt.", $"\"{place}\" is empty, or its control is missing."),
        new Bilingual("Den Wert eintragen; fehlt das Feld, es aus der Vorlage wieder einsetzen.", "Enter the value; if the control is gone, put it back from the template."));
}
