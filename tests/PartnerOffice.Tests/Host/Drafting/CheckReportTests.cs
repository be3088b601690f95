using PartnerOffice.CommandLine;
using PartnerOffice.Core;
using PartnerOffice.Documents.Checking;
using PartnerOffice.Documents.Word;
using PartnerOffice.Features.Drafting;
using PartnerOffice.Tests.Core.Checking;
using PartnerOffice.Tests.Support;
using Spectre.Console;
using Xunit;

namespace PartnerOffice.Tests.Host.Drafting;

public sealed class CheckReportTests
{
    [Fact]
    public void A_person_reads_what_to_do_by_weight_and_never_a_rule_s_number()
    {
        var report = Report(ChangedMinutes.All.SelectMany(changed => changed.Check()).OrderBy(finding => finding.Weight), []);

        var said = Say(report);

        Assert.DoesNotMatch(@"\bV\d+\b", said);
        Assert.True(said.IndexOf("Vor der Freigabe klären:", StringComparison.Ordinal) < said.IndexOf("Berichtigen oder begründen:", StringComparison.Ordinal));
        Assert.True(said.IndexOf("Berichtigen oder begründen:", StringComparison.Ordinal) < said.IndexOf("Hinweise:", StringComparison.Ordinal));
        Assert.Matches(@"\d+ Stellen halten die Freigabe auf\.\s*\z", said);
    }

    [Fact]
    public void What_was_let_pass_is_shown_with_its_reason_and_holds_nothing_back()
    {
        var report = Report(ChangedMinutes.Of("more-votes-than-people.json").Check(), [new GivenReason("V5", "TOP 3, Beschluss B 2026-07-03", "Eine Stimme kam am Telefon.")]);

        Assert.True(report.IsOk);
        Assert.Contains("Grund: Eine Stimme kam am Telefon.", Say(report), StringComparison.Ordinal);
        var finding = report.Json(Language.English)["findings"]![0]!;
        Assert.Equal("Eine Stimme kam am Telefon.", finding["accepted"]!.GetValue<string>());
        Assert.Equal(("V5", "error", "needs-reason"), (finding["rule"]!.GetValue<string>(), finding["severity"]!.GetValue<string>(), finding["weight"]!.GetValue<string>()));
    }

    [Fact]
    public void Hints_alone_leave_the_minutes_in_order()
    {
        var report = Report(ChangedMinutes.Of("short-notice.json").Check(), []);

        Assert.True(report.IsOk);
        Assert.EndsWith("die Hinweise vorher ansehen.", Say(report).TrimEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_reader_said_is_not_said_again_and_comes_first()
    {
        var minutes = ChangedMinutes.Of("item-undecided.json").Minutes() with { Start = null };
        var unread = new Finding("V1", Severity.Error, "Beginn", new("»abends« wird hier nicht verstanden.", "x"), new("Erwartet wird eine Uhrzeit.", "x"));
        var reading = new MinutesReading(minutes, [unread], [], []);

        var findings = DocumentCheck.Run(reading, CheckContext.For(minutes, PartnershipSample.Read(), ChangedMinutes.Today));

        Assert.Equal([unread.Message.German, "TOP 6"], [findings[0].Message.German, findings[1].Place]);
        Assert.Equal(2, findings.Count);
    }

    [Fact]
    public void Each_place_needs_its_reason() =>
        Assert.Throws<VerbException>(() => GivenReasons.Pair(["V5:TOP 3", "V6:TOP 3"], ["Nur einer."]));

    private static CheckReport Report(IEnumerable<Finding> findings, IReadOnlyList<GivenReason> acceptances) =>
        new("protokoll.docx", JudgedFinding.Judge([.. findings], acceptances));

    private static string Say(CheckReport report)
    {
        using var written = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors, Out = new AnsiConsoleOutput(written) });
        console.Profile.Width = 1000;
        report.Say(console, Language.German);
        return written.ToString();
    }
}
