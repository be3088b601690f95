using System.Globalization;

namespace PartnerOffice.Core;

/// <summary>Reads the fields of one JSON object and writes down every mistake instead of stopping at the first.</summary>
/// <remarks>A field that is wrong or missing reads as null (or the value that stands for "nothing"); the file is refused in the end anyway.</remarks>
internal sealed class FieldReader
{
    private static readonly Bilingual Nothing = new("nichts", "nothing");

    private readonly JsonAt.Object source;
    private readonly string path;
    private readonly Report report;
    private readonly List<string> known = [];
    private bool hidesValues;

    private FieldReader(JsonAt.Object source, string path, Report report)
    {
        this.source = source;
        this.path = path;
        this.report = report;
    }

    /// <summary>Where mistakes are written down.</summary>
    internal sealed class Report(string file)
    {
        private readonly List<PartnershipFileError> errors = [];

        public IReadOnlyList<PartnershipFileError> Errors => [.. errors.OrderBy(error => error.Line)];

        /// <summary>A field that is missing because its name is mistyped is one mistake, not two.</summary>
        public void ForgetMissing(string field) => errors.RemoveAll(error => error.Field == field && error.Found == Nothing);

        public void Add(int line, string field, Bilingual expected, Bilingual found) => errors.Add(new(file, line, field, expected, found));
    }

    /// <summary>Reads the whole file's object; null when it is something else.</summary>
    public static T? Root<T>(JsonAt root, Report report, Func<FieldReader, T> read)
        where T : class
    {
        if (root is not JsonAt.Object source)
        {
            report.Add(root.Line, "", new("ein Objekt in geschweiften Klammern", "an object in braces"), Shown(root, isHidden: false));
            return null;
        }

        return Read(new(source, "", report), read);
    }

    /// <summary>Never repeats in a message what stands in this object: it may be a secret put into the wrong place.</summary>
    public void HideValues() => hidesValues = true;

    /// <summary>Whether the field stands there with a value other than null.</summary>
    public bool Has(string name) => Member(name) is { Value: not JsonAt.Null };

    /// <summary>The field may stand there, whether anybody reads it or not.</summary>
    public void Allow(string name) => Know(name);

    /// <summary>Writes down a mistake of the field, at its own line if it stands there.</summary>
    public void Wrong(string name, Bilingual expected, Bilingual? found = null)
    {
        var member = Member(name);
        report.Add(member?.Value.Line ?? source.Line, PathOf(name), expected, found ?? (member is null ? Nothing : Shown(member.Value, hidesValues)));
    }

    public string? Text(string name, int most = 200) => TextOr(name, null, isRequired: true, most);

    public string? OptionalText(string name, string? otherwise = null, int most = 200) => TextOr(name, otherwise, isRequired: false, most);

    /// <summary>A text that may be missing or null, of a form of its own.</summary>
    public T? Optional<T>(string name, Bilingual expected, Func<string, T?> parse)
    {
        Know(name);
        return Has(name) ? Parsed(name, expected, parse) : default;
    }

    /// <summary>A text that must be there, of a form of its own.</summary>
    public T? Required<T>(string name, Bilingual expected, Func<string, T?> parse)
    {
        Know(name);
        return Parsed(name, expected, parse);
    }

    public DateOnly? Date(string name) => Required(name, DateExpected, ParseDate);

    public DateOnly? OptionalDate(string name) => Optional(name, DateExpected, ParseDate);

    public Guid? OptionalId(string name) => Optional(name, GuidExpected, ParseGuid);

    public Guid? Id(string name) => Required(name, GuidExpected, ParseGuid);

    public Uri? OptionalWebAddress(string name) => Optional(name, WebExpected, ParseWeb);

    public Uri? WebAddress(string name) => Required(name, WebExpected, ParseWeb);

    public MailAddress? Mail(string name) => Required(name, MailExpected, ParseMail);

    public MailAddress? OptionalMail(string name) => Optional(name, MailExpected, ParseMail);

    public int? Whole(string name, int least, int most, int? otherwise = null)
    {
        Know(name);
        if (!Has(name) && otherwise is not null)
        {
            return otherwise;
        }

        if (Member(name)?.Value is JsonAt.Number number
            && int.TryParse(number.Raw, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
            && value >= least && value <= most)
        {
            return value;
        }

        Wrong(name, new($"eine ganze Zahl von {least} bis {most}", $"a whole number from {least} to {most}"));
        return null;
    }

    public int? OptionalWhole(string name, int least, int most)
    {
        Know(name);
        return Has(name) ? Whole(name, least, most) : null;
    }

    public bool? Flag(string name, bool? otherwise = null)
    {
        Know(name);
        if (!Has(name) && otherwise is not null)
        {
            return otherwise;
        }

        if (Member(name)?.Value is JsonAt.Flag flag)
        {
            return flag.Value;
        }

        Wrong(name, new("true (ja) oder false (nein)", "true or false"));
        return null;
    }

    /// <summary>One of a few words.</summary>
    public T? Choice<T>(string name, T? otherwise, params (string Word, T Value)[] words)
        where T : struct
    {
        Know(name);
        if (!Has(name) && otherwise is not null)
        {
            return otherwise;
        }

        if (Member(name)?.Value is JsonAt.Text text)
        {
            foreach (var (word, value) in words)
            {
                if (text.Value == word)
                {
                    return value;
                }
            }

            var meant = Spelling.Nearest(text.Value, words.Select(choice => choice.Word));
            var shown = Shown(text, hidesValues);
            Wrong(name, OneOf(words.Select(choice => choice.Word)), meant is null ? shown : new(
                $"{shown.German} – gemeint {Quoted(meant).German}?", $"{shown.English} – did you mean {Quoted(meant).English}?"));
            return null;
        }

        Wrong(name, OneOf(words.Select(choice => choice.Word)));
        return null;
    }

    /// <summary>One of a few words, or nothing.</summary>
    public T? OptionalChoice<T>(string name, params (string Word, T Value)[] words)
        where T : struct
    {
        Know(name);
        return Has(name) ? Choice<T>(name, null, words) : null;
    }

    /// <summary>An object that must be there.</summary>
    public T? Object<T>(string name, Func<FieldReader, T> read)
        where T : class
    {
        Know(name);
        if (Member(name)?.Value is JsonAt.Object inner)
        {
            return Read(Inner(inner, PathOf(name)), read);
        }

        Wrong(name, ObjectExpected);
        return null;
    }

    /// <summary>An object that may be null, or missing.</summary>
    public T? OptionalObject<T>(string name, Func<FieldReader, T> read)
        where T : class
    {
        Know(name);
        return Has(name) ? Object(name, read) : null;
    }

    /// <summary>An object that must stand there, if only as null: what is not set up yet is said, not forgotten.</summary>
    public T? ObjectOrNull<T>(string name, Func<FieldReader, T> read)
        where T : class
    {
        Know(name);
        return Member(name)?.Value is JsonAt.Null ? null : Object(name, read);
    }

    /// <summary>A list of objects; a missing one is empty unless it is required.</summary>
    public IReadOnlyList<T> List<T>(string name, Func<FieldReader, T> read, bool isRequired = false)
    {
        Know(name);
        if (!isRequired && !Has(name))
        {
            return [];
        }

        if (Member(name)?.Value is not JsonAt.Array array)
        {
            Wrong(name, new("eine Liste in eckigen Klammern", "a list in brackets"));
            return [];
        }

        var items = new List<T>();
        for (var index = 0; index < array.Items.Count; index++)
        {
            var place = $"{PathOf(name)}[{index}]";
            if (array.Items[index] is JsonAt.Object inner)
            {
                items.Add(Read(Inner(inner, place), read));
            }
            else
            {
                report.Add(array.Items[index].Line, place, ObjectExpected, Shown(array.Items[index], hidesValues));
            }
        }

        return items;
    }

    private static T Read<T>(FieldReader fields, Func<FieldReader, T> read)
    {
        var value = read(fields);
        fields.Close();
        return value;
    }

    // Whoever mistypes a setting must not get the default in its place without a word.
    private void Close()
    {
        foreach (var member in source.Members.Where(member => !known.Contains(member.Name)))
        {
            var meant = Spelling.Nearest(member.Name, known.Where(name => source.Members.All(other => other.Name != name)))
                ?? Spelling.Nearest(member.Name, known);
            report.Add(member.Line, PathOf(member.Name),
                meant is null
                    ? new($"eines von {string.Join(", ", known)}", $"one of {string.Join(", ", known)}")
                    : new($"ein bekanntes Feld – gemeint „{meant}“?", $"a known field – did you mean \"{meant}\"?"),
                new($"das unbekannte Feld „{member.Name}“", $"the unknown field \"{member.Name}\""));
            report.ForgetMissing(PathOf(meant ?? ""));
        }

        foreach (var twin in source.Members.GroupBy(member => member.Name).Where(group => group.Count() > 1))
        {
            report.Add(twin.Last().Line, PathOf(twin.Key), new("das Feld nur einmal", "the field only once"),
                new($"es {twin.Count()}-mal", $"it {twin.Count()} times"));
        }
    }

    private string? TextOr(string name, string? otherwise, bool isRequired, int most)
    {
        Know(name);
        if (!isRequired && !Has(name))
        {
            return otherwise;
        }

        return Parsed(name, new($"ein Text in einer Zeile, 1 bis {most} Zeichen", $"a text in one line, 1 to {most} characters"),
            text => FieldForms.OneLine(text, most));
    }

    private T? Parsed<T>(string name, Bilingual expected, Func<string, T?> parse)
    {
        if (Member(name)?.Value is JsonAt.Text text && parse(text.Value) is { } value)
        {
            return value;
        }

        Wrong(name, expected);
        return default;
    }

    private FieldReader Inner(JsonAt.Object inner, string place) => new(inner, place, report) { hidesValues = hidesValues };

    private JsonAt.Member? Member(string name) => source.Members.FirstOrDefault(member => member.Name == name);

    private string PathOf(string name) => path.Length == 0 ? name : $"{path}.{name}";

    private void Know(string name)
    {
        if (!known.Contains(name))
        {
            known.Add(name);
        }
    }

    private static Bilingual Shown(JsonAt value, bool isHidden) => value switch
    {
        JsonAt.Text text when isHidden => new($"ein Text mit {text.Value.Length} Zeichen", $"a text of {text.Value.Length} characters"),
        JsonAt.Text text => Quoted(text.Value.Length <= 60 ? text.Value : text.Value[..60] + "…"),
        JsonAt.Number number => new(number.Raw, number.Raw),
        JsonAt.Flag flag => flag.Value ? new("true", "true") : new("false", "false"),
        JsonAt.Null => new("null", "null"),
        JsonAt.Array => new("eine Liste", "a list"),
        _ => new("ein Objekt", "an object"),
    };

    private static Bilingual Quoted(string text) => new($"„{text}“", $"\"{text}\"");

    private static Bilingual OneOf(IEnumerable<string> words)
    {
        var quoted = words.Select(Quoted).ToList();
        return quoted.Count == 1 ? quoted[0] : new(
            $"{string.Join(", ", quoted.SkipLast(1).Select(word => word.German))} oder {quoted[^1].German}",
            $"{string.Join(", ", quoted.SkipLast(1).Select(word => word.English))} or {quoted[^1].English}");
    }

    private static readonly Bilingual ObjectExpected = new("ein Objekt in geschweiften Klammern", "an object in braces");
    private static readonly Bilingual DateExpected = new("ein Datum wie „2026-07-14“ (Jahr-Monat-Tag)", "a date like \"2026-07-14\" (year-month-day)");
    private static readonly Bilingual GuidExpected = new(
        "eine Kennung wie „11111111-2222-3333-4444-555555555555“", "an id like \"11111111-2222-3333-4444-555555555555\"");
    private static readonly Bilingual WebExpected = new("eine Adresse, die mit https:// beginnt", "an address that begins with https://");
    private static readonly Bilingual MailExpected = new("eine E-Mail-Adresse wie „name@example.org“", "a mail address like \"name@example.org\"");

    private static DateOnly? ParseDate(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    private static Guid? ParseGuid(string text) => Guid.TryParseExact(text, "D", out var id) && id != Guid.Empty ? id : null;

    private static Uri? ParseWeb(string text) =>
        text.Length <= 500 && Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps
            && address.UserInfo.Length == 0 ? address : null;

    private static MailAddress? ParseMail(string text) => MailAddress.TryParse(text, out var address) ? address : null;
}
