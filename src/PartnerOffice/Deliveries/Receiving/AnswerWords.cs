using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace PartnerOffice.Deliveries;

/// <summary>
/// Whether an answer says nothing but that note was taken: "ok", "zur Kenntnis genommen", "danke". Judged in memory and kept nowhere (R11). Whatever
/// is not certainly that (a question, a "but", any other word) is left to people: they have the answer in their mailbox.
/// </summary>
internal static partial class AnswerWords
{
    private const int MostWords = 20;

    // Alone enough.
    private static readonly HashSet<string> Confirming = new(StringComparer.Ordinal)
    {
        "ok", "okay", "okey", "oki", "okidoki", "k", "danke", "dankeschön", "danksagung", "thanks", "thx", "noted", "confirmed", "acknowledged", "bestätigt", "bestätige", "bestätigen",
        "kenntnisnahme", "kenntnis", "passt", "verstanden", "dank", "merci", "👍", "👌", "✅", "✔",
    };

    // Stand beside them and say nothing else.
    private static readonly HashSet<string> Filling = new(StringComparer.Ordinal)
    {
        "ja", "yes", "alles", "klar", "gut", "prima", "super", "schön", "sehr", "vielen", "herzlichen", "besten", "lieben", "recht", "dir", "euch", "ihnen", "für", "die", "das", "den", "protokoll", "protokolls",
        "zusendung", "übersendung", "nachricht", "information", "info", "infos", "mail", "wir", "haben", "hat", "ich", "habe", "es", "ihn", "hiermit", "hier", "auch", "und", "zur", "zu", "genommen", "nehmen", "nehme", "nimmt",
        "der", "des", "vom", "von", "im", "namen", "vorstand", "vorstands", "kreisvorstand", "kreisvorstands", "kreisverband", "erhalten", "gelesen", "angekommen", "eingegangen", "wird", "wurde", "ist", "uns", "unserem", "unser", "in", "an", "alle",
        "thank", "you", "many", "so", "much", "for", "the", "minutes", "we", "i", "have", "has", "it", "taken", "take", "note", "of", "received", "all", "good", "fine", "got", "our", "board", "on", "behalf", "this", "is", "with", "very", "great",
        "🙂", "😊", "🙏",
    };

    // Words of two that confirm together.
    private static readonly string[] Phrases = ["alles klar", "in ordnung", "taken note", "thank you", "all good", "got it", "geht klar"];

    /// <summary>Whether this is a confirmation and nothing else.</summary>
    /// <param name="text">What the answer itself says; what it quotes below is left away here too.</param>
    public static bool Confirm(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var own = OwnLines(text.Normalize(NormalizationForm.FormKC)).ToList();
        // A question further down, even below the greeting, is a question.
        if (own.Exists(line => line.Contains('?', StringComparison.Ordinal))) return false;

        var said = new List<string>();
        foreach (var line in own)
        {
            if (Closing().IsMatch(line)) break;
            if (said.Count == 0 && Salutation().IsMatch(line)) continue;

            var words = WordsOf(line);
            // Somebody's name below what was said: from here on it is a signature.
            if (said.Count > 0 && !words.TrueForAll(IsKnown) && Name().IsMatch(line)) break;
            said.AddRange(words);
        }

        return said.Count is > 0 and <= MostWords && said.TrueForAll(IsKnown) && (said.Exists(Confirming.Contains) || HasPhrase(said));
    }

    // "kenntnis" alone would also stand in "ohne Kenntnis", but "ohne" is no word that is known here.
    private static bool IsKnown(string word) => Confirming.Contains(word) || Filling.Contains(word) || Phrases.Any(phrase => phrase.Split(' ').Contains(word));

    private static bool HasPhrase(List<string> words)
    {
        var joined = $" {string.Join(' ', words)} ";
        return Phrases.Any(phrase => joined.Contains($" {phrase} ", StringComparison.Ordinal));
    }

    // Up to what is quoted.
    private static IEnumerable<string> OwnLines(string text)
    {
        foreach (var raw in text.ReplaceLineEndings("\n").Split('\n'))
        {
            var line = raw.Replace('\u00a0', ' ').Trim();
            if (Quotation().IsMatch(line)) yield break;
            if (line is "--" or "—" or "__" || line.StartsWith("-- ", StringComparison.Ordinal)) yield break;
            if (line.Length > 0 && !line.StartsWith('>')) yield return line;
        }
    }

    private static List<string> WordsOf(string line)
    {
        var plain = Abbreviation().Replace(line.ToLower(CultureInfo.GetCultureInfo("de-DE")), "ok");
        return [.. Word().Matches(plain).Select(match => match.Value)];
    }

    [GeneratedRegex(@"^(\W*)((mit\s+)?(freundliche[nr]?|viele[n]?|liebe[nr]?|beste[nr]?|herzliche[nr]?|sch(ö|oe)ne[nr]?|solidarische[nr]?|sonnige[nr]?)\s+gr(ü|ue)(ß|ss)(e|en)?|gr(ü|ue)(ß|ss)(e|en)?\b|(mit\s+)?solidarischem\s+gru(ß|ss)|gru(ß|ss)\b|lg\b|vg\b|mfg\b|bg\b|(best|kind|warm)\s+(regards|wishes)|regards\b|cheers\b|sincerely|yours\b|gesendet von|von meinem (iphone|handy|android)|sent from|diese nachricht wurde von|get outlook)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Closing();

    [GeneratedRegex(@"^(hallo|hi|hey|moin|moin moin|servus|guten (tag|morgen|abend)|liebe[rs]?|sehr geehrte[rs]?|dear|hello|good (morning|afternoon|evening))\b[^.!?]{0,60}[,!.]?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Salutation();

    [GeneratedRegex(@"^(-{2,}\s*(urspr(ü|ue)ngliche nachricht|original message|weitergeleitete nachricht|forwarded message)|_{8,}|(am|on)\s.{4,120}(schrieb|wrote).{0,120}:?$|(am|on)\s.{4,80}\d{4}.{0,40}$|(von|from|gesendet|sent)\s*:\s*\S)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Quotation();

    // One to four words that begin with a capital letter, with or without an initial or a hyphen, and no more.
    [GeneratedRegex(@"^\p{Lu}[\p{L}\-.']*(\s+(von|zu|de|der|\p{Lu}[\p{L}\-.']*)){0,3}$")]
    private static partial Regex Name();

    [GeneratedRegex(@"\bo\.\s?k\.?")]
    private static partial Regex Abbreviation();

    [GeneratedRegex(@"[\p{L}\p{N}]+|\p{Cs}{2}|[\u2705\u2714]")]
    private static partial Regex Word();
}
