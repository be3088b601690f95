namespace PartnerOffice.Core;

/// <summary>Keeps the report of what was withheld, without the words, and the words for the verifier, apart.</summary>
internal sealed class WithheldCollector
{
    private static readonly Bilingual BoardOnly = new("Nur für den eigenen Vorstand bestimmt.", "For the own board only.");
    private static readonly Bilingual Undecided = new("Für wen der Punkt ist, wurde nicht entschieden.", "It was not decided who may read this item.");
    private static readonly Bilingual NamesPolicy = new("Der Name wird dem Partner nicht gezeigt.", "The name is not shown to the partner.");
    private static readonly Bilingual AddressOnly = new("Anschriften und Adressen gehen nicht mit.", "Addresses do not travel.");
    private static readonly Bilingual FileProperties = new("Angaben der Datei zu Personen gehen nicht mit.", "The file's notes about people do not travel.");
    private static readonly Bilingual NotKnown = new("Dieser Inhalt ist nicht für die Weitergabe vorgesehen.", "This content is not meant to travel.");

    private readonly List<Withheld> report = [];
    private readonly List<WithheldText> texts = [];
    private readonly List<NameReplacement> replacements = [];

    public IReadOnlyList<Withheld> Report => report;

    public IReadOnlyList<WithheldText> Texts => texts;

    public IReadOnlyList<NameReplacement> Replacements => replacements;

    public void Add(IEnumerable<Withheld> entries) => report.AddRange(entries);

    public void Item(string place, AgendaItem item)
    {
        report.Add(new Withheld(place, WithheldKind.Item, item.Audience == Audience.Undecided ? Undecided : BoardOnly));
        Keep(place, item.Title, item.PartnerNote);
        Keep(place, [.. TextRedaction.AllWords(item.Text)]);
        foreach (var resolution in item.Resolutions)
            Keep($"{place}, Beschluss {resolution.Number}", resolution.Wording, resolution.Minority);
        foreach (var election in item.Elections)
            Keep($"{place}, Wahl", election.Office);
        foreach (var action in item.Actions)
            Keep($"{place}, Aufgabe {action.Id}", action.What);
        foreach (var statement in item.Statements ?? [])
            Keep($"{place}, Erklärung", statement.Text);
    }

    public void Resolution(string place, params string?[] words) => Withhold(place, WithheldKind.Resolution, words);

    public void Action(string place, params string?[] words) => Withhold(place, WithheldKind.Action, words);

    public void Attachment(string place, params string?[] words) => Withhold(place, WithheldKind.Attachment, words);

    public void Passage(string place, string words) => Withhold(place, WithheldKind.Passage, words);

    public void Passages(string place, IEnumerable<string> words) => Withhold(place, WithheldKind.Passage, [.. words]);

    // The office voted on is often the item's own title, which the partner reads; who stood for it follows the names policy.
    public void Election(string place, AgendaItem item, Election election) =>
        Withhold(place, WithheldKind.Passage, item.Title.Contains(election.Office, StringComparison.OrdinalIgnoreCase) ? null : election.Office);

    public void Name(string place, string shown)
    {
        report.Add(new Withheld(place, WithheldKind.Name, NamesPolicy));
        replacements.Add(new NameReplacement(place, shown));
    }

    public void Address(string place, string words)
    {
        report.Add(new Withheld(place, WithheldKind.Passage, AddressOnly));
        Keep(place, words);
    }

    public void Metadata() => report.Add(new Withheld("Dokumenteigenschaften", WithheldKind.Metadata, FileProperties));

    public void Unknown(string place) => report.Add(new Withheld(place, WithheldKind.Unsupported, NotKnown));

    private void Withhold(string place, WithheldKind kind, params string?[] words)
    {
        report.Add(new Withheld(place, kind, BoardOnly));
        Keep(place, words);
    }

    private void Keep(string place, params string?[] words) =>
        texts.AddRange(words.OfType<string>().Where(text => text.Length > 0).Select(text => new WithheldText(place, text)));
}
