using System.Text;
using CsCheck;
using PartnerOffice.Core;
using PartnerOffice.Documents.Edition;
using PartnerOffice.Tests.Support.Canaries;
using Xunit;

namespace PartnerOffice.Tests.Documents.Edition.Verification;

public sealed class LeakSearchTests
{
    private const string Secret = "Rücklage für Zauberkünstler";

    private static readonly SearchForms[] EachForm = [.. Enum.GetValues<SearchForms>().Where(form => form is not (SearchForms.None or SearchForms.All))];

    public static TheoryData<int> Forms => [.. EachForm.Select(form => (int)form)];

    // The search without one form is the mutation: it must let through what only that form finds.
    [Theory]
    [MemberData(nameof(Forms))]
    public void Each_form_finds_what_no_other_finds(int number)
    {
        var form = (SearchForms)number;
        var hidden = Hidden(form);

        Assert.True(Finds(SearchForms.All, hidden));
        Assert.False(Finds(SearchForms.All & ~form, hidden));
    }

    [Theory]
    [InlineData("Rücklage für Zauberkünstler")]
    [InlineData("RÜCKLAGE FÜR ZAUBERKÜNSTLER")]
    [InlineData("Ru\u0308cklage fu\u0308r Zauberku\u0308nstler")]
    [InlineData("Ruecklage fuer Zauberkuenstler")]
    [InlineData("Rück\u00ADlage für Zauber\u00ADkünstler")]
    [InlineData("Rück\u200Blage\u200B für Zauber\u2060künstler")]
    [InlineData("Rück-\nlage für Zauber-\r\nkünstler")]
    [InlineData("R ü c k l a g e  f ü r  Z a u b e r k ü n s t l e r")]
    [InlineData("Rücklage_für_Zauberkünstler.docx")]
    [InlineData("Die Rücklagefürzauberkünstlergilde")]
    [InlineData("Rücklage\u00A0für\u2009Zauberkünstler")]
    [InlineData("Rückl\u0430ge für Z\u0430ub\u0435rkünstler")]
    [InlineData("Ｒücklage für Ｚauberkünstler")]
    [InlineData("Rücklage für Zauber*künstler")]
    public void A_withheld_text_is_found_however_it_is_spelt(string text) =>
        Assert.Throws<LeakException>(() => Search(Secret).RequireClean("mail", text));

    [Theory]
    [InlineData("ﬁnale Fassung", "finale Fassung")]
    [InlineData("Straße am Café", "Strasse am Cafe")]
    [InlineData("Kassiererin", "Kassierer*in")]
    [InlineData("Kassiererinnen", "Kassierer:innen")]
    [InlineData("Kassiererin", "KassiererIn")]
    [InlineData("Kündigung", "Die Kündigungen liegen vor.")]
    [InlineData("Gutachten", "wegen des Gutachtens")]
    public void Spellings_of_one_word_are_one_word(string withheld, string text) =>
        Assert.Throws<LeakException>(() => Search(withheld).RequireClean("mail", text));

    [Theory]
    [InlineData("Klausur", "Die Klausurtagung findet statt.")]
    [InlineData("Amt", "Das Amt")]
    [InlineData("Geld", "Geldern ist eine Stadt.")]
    [InlineData("im Amt", "beim Amtsgericht")]
    [InlineData("2026", "Sitzung 12026")]
    public void A_part_of_another_word_is_no_hit(string withheld, string text) =>
        Search(withheld).RequireClean("mail", text);

    [Theory]
    [InlineData("Gast, Gerda")]
    [InlineData("Gerda Gasts Bericht")]
    [InlineData("mailto:gerda.gast@example.org")]
    [InlineData("2026-07-14_GerdaGast.docx")]
    [InlineData("Frau Dr. Gerda Gast")]
    public void A_hidden_name_is_found_in_both_orders_and_inside_addresses(string text)
    {
        var leak = Assert.Throws<LeakException>(() => LeakSearch.For(EditionSample.Edition).RequireClean("mail", text));

        Assert.Equal("hidden-name", leak.Code);
    }

    [Theory]
    [InlineData("Dr. Ursula von der Heide", "Ursula von der Heide")]
    [InlineData("Ursula von der Heide", "von der Heide, Ursula")]
    [InlineData("Ursula von der Heide", "Ursula Heide")]
    [InlineData("Karl-Heinz Müller", "Mueller, Karl Heinz")]
    public void A_hidden_name_is_found_without_its_title_and_in_every_order(string name, string text) =>
        Assert.Throws<LeakException>(() => LeakSearch.For(EditionSample.Hiding(name)).RequireClean("list column", text));

    [Fact]
    public void A_surname_that_is_a_word_stays_where_it_is_a_word() =>
        LeakSearch.For(EditionSample.Edition).RequireClean("mail", "Ein Gast berichtet, Gerda dankt. Der Gast bleibt.");

    [Fact]
    public void What_the_search_says_never_holds_the_words()
    {
        var leak = Assert.Throws<LeakException>(() => Search(Secret).RequireClean("file name", $"x {Secret} x"));

        Assert.Equal(("file name", "withheld-text", "TOP N 9"), (leak.What, leak.Code, leak.Place));
        Assert.DoesNotContain("Zauber", leak.ToString(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Words_of_the_template_of_a_mail_are_no_secret()
    {
        var search = Search("Posteingang");

        Assert.Throws<LeakException>(() => search.RequireClean("mail", "Im Posteingang liegt etwas."));
        search.RequireClean("mail", "Im Posteingang liegt etwas.", fixedWords: "Im Posteingang liegt");
    }

    [Fact]
    public void A_hidden_name_is_a_leak_even_where_the_template_says_it() =>
        Assert.Throws<LeakException>(() => LeakSearch.For(EditionSample.Edition).RequireClean("mail", "Gerda Gast", fixedWords: "Gerda Gast"));

    [Fact]
    public void Words_that_the_partners_text_says_too_are_a_coincidence_with_both_places()
    {
        var edition = EditionSample.Withholding("Nahverkehr");

        var verdict = EditionVerifier.Verify(EditionSample.Package, edition);

        Assert.Empty(verdict.Leaks);
        Assert.False(verdict.IsClean);
        Assert.Contains(new Coincidence("TOP N 9", "TOP 3", false), verdict.Coincidences);
    }

    [Fact]
    public void A_coincidence_that_a_person_has_settled_lets_the_edition_leave()
    {
        var edition = EditionSample.Withholding("Nahverkehr");
        var answers = LeakSearch.For(edition).Coincidences.Select(found => new AcceptedCoincidence(found.Place, found.AlsoAt)).ToList();

        Assert.True(EditionVerifier.Verify(EditionSample.Package, edition, answers).IsClean);
        Assert.False(EditionVerifier.Verify(EditionSample.Package, edition, [answers[0] with { AlsoAt = "TOP 1" }]).IsClean);
        Assert.Throws<LeakException>(() => LeakSearch.For(edition).RequireClean("mail", "Antrag zum Nahverkehr"));
        LeakSearch.For(edition, answers).RequireClean("mail", "Antrag zum Nahverkehr");
    }

    [Fact]
    public void Eight_words_that_both_texts_say_are_asked_about_too()
    {
        var edition = EditionSample.Withholding("Geheim bleibt: Die gemeinsame Klausur soll im Oktober in Neubrandenburg stattfinden, aber ohne Übernachtung.");

        Assert.Contains(LeakSearch.For(edition).Coincidences, found => found is { Place: "TOP N 9", AlsoAt: "TOP 5" });
    }

    [Fact]
    public void A_person_sees_the_words_that_coincide_and_no_text_of_the_search_repeats_them()
    {
        var search = LeakSearch.For(EditionSample.Withholding("Einladung an alle Ortsverbände"));
        var coincidence = new Coincidence("TOP N 9", "TOP 3", false);

        Assert.Null(search.WordsOf(coincidence));
        Assert.All(search.Coincidences, found => Assert.DoesNotContain(search.WordsOf(found)!, found.ToString(), StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void Eight_words_of_a_withheld_passage_are_found_wherever_it_is_cut()
    {
        var word = Gen.String[Gen.Char['a', 'z'], 4, 9];
        var passage = word.Array[9, 20];

        Gen.Select(passage, Gen.Int[0, 11], word.Array[0, 5]).Sample((words, start, around) =>
        {
            var from = Math.Min(start, words.Length - 8);
            var text = string.Join(' ', [.. around, .. words.AsSpan(from, 8), .. around]);
            Assert.Throws<LeakException>(() => Search(string.Join(' ', words)).RequireClean("mail", text));
        }, iter: 200);
    }

    [Fact]
    public void Seven_words_of_a_longer_passage_are_ordinary_speech()
    {
        var passage = Gen.String[Gen.Char['a', 'z'], 5, 9].Array[9, 20];

        passage.Sample(words => Search(string.Join(' ', words)).RequireClean("mail", string.Join(' ', words.Take(7))), iter: 200);
    }

    [Fact]
    public void A_withheld_text_is_found_in_any_text_in_any_form()
    {
        var secret = Gen.String[Gen.Char["abcdefghijklmnopqrstuvwxyzäöüß "], 12, 40].Where(text => text.Count(char.IsLetter) >= 12);
        var around = Gen.String[Gen.Char["abcdefghijklmnopqrstuvwxyz .,;\n"], 0, 60];
        var form = Gen.Int[0, EachForm.Length - 1].Select(index => EachForm[index]);

        Gen.Select(secret, around, around, form).Sample((words, before, after, hidden) =>
        {
            var search = Search(words);
            Assert.Throws<LeakException>(() => search.RequireClean("mail", $"{before} {Encoded(hidden, words)} {after}"));
        }, iter: 500);
    }

    [Fact]
    public void Text_that_says_other_words_is_never_a_hit()
    {
        var ours = Gen.String[Gen.Char["abcdefghijklm "], 4, 60];
        var theirs = Gen.String[Gen.Char["nopqrstuvwxyz .,-\n0123456789"], 0, 300];

        Gen.Select(ours, theirs).Sample((withheld, text) => Search(withheld).RequireClean("mail", text), iter: 500);
    }

    private static LeakSearch Search(params string[] withheld) => LeakSearch.For(EditionSample.Withholding(withheld));

    private static bool Finds(SearchForms forms, byte[] bytes)
    {
        var edition = EditionSample.Withholding(Secret);
        var leaks = new LeakList();
        LeakSearch.For(edition, ModelLeaves.Of(edition), null, null, forms).LookAtBytes(bytes, "part", leaks);
        return leaks.All.Count > 0;
    }

    private static byte[] Hidden(SearchForms form) => form switch
    {
        // Letters that look Latin have no byte of zero between them; with it the plain form would find them too.
        SearchForms.Utf16 => Encoding.Unicode.GetBytes("x" + Secret.Replace('e', '\u0435').Replace('a', '\u0430')),
        SearchForms.Latin1 => Encoding.Latin1.GetBytes(Secret),
        _ => Encoding.UTF8.GetBytes("<a>" + Encoded(form, Secret) + "</a>"),
    };

    private static string Encoded(SearchForms form, string text) => form switch
    {
        SearchForms.Plain or SearchForms.Latin1 => text,
        SearchForms.Entities => string.Concat(text.Select(letter => $"&#{(int)letter};")),
        SearchForms.Percent => string.Concat(Encoding.UTF8.GetBytes(text).Select(value => $"%{value:x2}")),
        SearchForms.Backslash => string.Concat(text.Select(letter => $"\\u{(int)letter:x4}")),
        SearchForms.Utf16 => string.Concat(text.Select(letter => $"{letter}\0")),
        SearchForms.Base64 => Convert.ToBase64String(Encoding.UTF8.GetBytes(text)),
        SearchForms.Hexadecimal => Convert.ToHexString(Encoding.UTF8.GetBytes(text)),
        SearchForms.Reversed => "\u202E" + new string([.. text.Reverse()]),
        _ => throw new ArgumentOutOfRangeException(nameof(form)),
    };
}
