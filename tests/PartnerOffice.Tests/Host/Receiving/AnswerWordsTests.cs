using PartnerOffice.Deliveries;
using Xunit;

namespace PartnerOffice.Tests.Host.Receiving;

/// <summary>What people and mail servers write back, and what it means (R17). What is not certainly a confirmation is none.</summary>
public sealed class AnswerWordsTests
{
    public static TheoryData<string, bool> Answers => new()
    {
        // Confirmations, as people type them.
        { "ok", true },
        { "OK!", true },
        { "Ok.", true },
        { "o.k.", true },
        { "okay", true },
        { "ok danke", true },
        { "Danke", true },
        { "Vielen Dank!", true },
        { "Danke, zur Kenntnis genommen.", true },
        { "zur Kenntnis genommen", true },
        { "Wir haben das Protokoll zur Kenntnis genommen.", true },
        { "Hiermit bestätige ich: Der Kreisvorstand hat das Protokoll zur Kenntnis genommen.", true },
        { "Alles klar, danke euch", true },
        { "In Ordnung", true },
        { "passt", true },
        { "👍", true },
        { "ok 👍", true },
        { "Thanks, noted.", true },
        { "Noted with thanks", true },
        { "Thank you, we have taken note of the minutes.", true },
        { "Hallo Elif,\n\nok, danke.\n\nViele Grüße\nNadia Register", true },
        { "Liebe Genoss*innen,\nzur Kenntnis genommen.\n\nMit solidarischen Grüßen\nNadia Register\nKreisverband Mecklenburgische Seenplatte\nTel. 0000 123456", true },
        { "ok\n\nNadia", true },
        { "OK\nLG Nadia\n\nGesendet von meinem iPhone", true },
        { "ok\n\n> Am 04.08.2026 schrieb der Kreisvorstand Steinfurt:\n> Zur Kenntnis nehmen: diese Nachricht mit »ok« beantworten?", true },
        { "ok\r\n\r\nVon: Kreisvorstand Steinfurt <kreisvorstand@steinfurt.onmicrosoft.example>\r\nGesendet: Dienstag\r\nBetreff: Protokoll\r\n\r\nHaben alle etwas dagegen?", true },
        { "Danke!\n\nAm Di., 4. Aug. 2026 um 09:01 Uhr schrieb Kreisvorstand Steinfurt <kreisvorstand@steinfurt.onmicrosoft.example>:\n\nLiebe Genoss:innen, ...", true },
        { "ok\n-- \nNadia Register | Koordination", true },
        { "ok\n________________________________\nVon: Kreisvorstand", true },

        // Everything else stays with people.
        { "ok, aber in TOP 4 fehlt unser Antrag.", false },
        { "ok?", false },
        { "Danke. Kann mir jemand die Anlage 2 schicken?", false },
        { "Ok\n\nWann ist die Klausur?", false },
        { "Nicht ok.", false },
        { "Nein danke", false },
        { "Das Protokoll lässt sich nicht öffnen.", false },
        { "Wir besprechen es nächste Woche.", false },
        { "Ich habe es noch nicht zur Kenntnis genommen.", false },
        { "Erhalten.", false },
        { "Das Protokoll ist angekommen", false },
        { "Ok, wir nehmen es am 12. im Vorstand zur Kenntnis.", false },
        { "Bitte aus dem Verteiler nehmen", false },
        { "I am out of the office until Monday.", false },
        { "Vielen Dank für die Nachricht. Ich bin bis zum 20. August nicht im Haus.", false },
        { "Thanks, but please resend the file", false },
        { "", false },
        { "   \n> ok", false },
        { "Viele Grüße\nNadia", false },
        { "Ok ok ok ok ok ok ok ok ok ok ok ok ok ok ok ok ok ok ok ok ok ok", false },
    };

    [Theory]
    [MemberData(nameof(Answers))]
    public void An_answer_confirms_or_it_is_left_to_people(string text, bool confirms) => Assert.Equal(confirms, AnswerWords.Confirm(text));

    [Fact]
    public void The_table_has_forty_answers_and_more() => Assert.True(Answers.Count > 40);

    [Theory]
    [InlineData("Remote Server returned '550 5.1.1 RESOLVER.ADR.RecipNotFound; not found'", ReceivingTrouble.Undeliverable)]
    [InlineData("Remote Server returned '554 5.2.2 mailbox full; STOREDRV.Deliver.Exception:QuotaExceededException'", ReceivingTrouble.MailboxFull)]
    [InlineData("452 4.2.2 The email account that you tried to reach is over quota.", ReceivingTrouble.MailboxFull)]
    [InlineData("Status: 5.7.1\nDiagnostic-Code: smtp;550 blocked", ReceivingTrouble.Undeliverable)]
    [InlineData("Das Postfach ist voll und kann keine Nachrichten annehmen.", ReceivingTrouble.MailboxFull)]
    [InlineData("Your message could not be delivered.", ReceivingTrouble.Undeliverable)]
    [InlineData("Status: 4.4.7\nDelivery is delayed; the server goes on trying.", null)]
    [InlineData("Delivered to 192.5.1.1 on 4.5.2026 at 10:00", null)]
    public void A_mail_servers_report_says_what_became_of_the_message(string text, ReceivingTrouble? trouble) => Assert.Equal(trouble, ReportWords.Read(text));
}
