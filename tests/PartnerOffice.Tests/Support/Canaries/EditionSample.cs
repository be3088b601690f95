using PartnerOffice.Core;
using PartnerOffice.Documents.Edition;

namespace PartnerOffice.Tests.Support.Canaries;

/// <summary>Editions to verify: the sample's, one of minutes in which every field is filled, and either with words of our choice withheld.</summary>
internal static class EditionSample
{
    public static PartnerEdition Edition { get; } = Of(Samples.Minutes);

    public static byte[] Package { get; } = Render(Edition);

    /// <summary>The edition of minutes that say everything minutes can say.</summary>
    public static PartnerEdition Full { get; } = Of(EveryField(Samples.Minutes));

    public static byte[] FullPackage { get; } = Render(Full);

    public static PartnerEdition Of(Minutes minutes) => Redactor.Redact(minutes, PartnershipSample.Read());

    /// <summary>The edition's bytes; what the partner's text also says is settled, as a person would have done before.</summary>
    public static byte[] Render(PartnerEdition edition) => EditionRenderer
        .Render(edition, [.. LeakSearch.For(edition).Coincidences.Select(coincidence => new AcceptedCoincidence(coincidence.Place, coincidence.AlsoAt))])
        .Bytes.ToArray();

    /// <summary>The same edition, as if these words had been withheld and these names hidden as well.</summary>
    public static PartnerEdition Withholding(PartnerEdition edition, IEnumerable<string> texts, IEnumerable<string>? names = null) => new(
        edition.Content,
        edition.Frame,
        edition.Absences,
        edition.Withheld,
        edition.Replacements,
        [.. edition.WithheldTexts, .. texts.Select((text, index) => new WithheldText($"TOP N {index + 9}", text))],
        [.. edition.HiddenNames, .. names ?? []]);

    public static PartnerEdition Withholding(params string[] texts) => Withholding(Edition, texts);

    public static PartnerEdition Hiding(params string[] names) => Withholding(Edition, [], names);

    private static Minutes EveryField(Minutes sample)
    {
        TextBlock[] text =
        [
            new TextHeading(1, [new TextRun("Überblick")]),
            new TextHeading(2, [new TextRun("Im Einzelnen")]),
            new TextHeading(3, [new TextRun("Am Rand")]),
            new TextParagraph([new TextRun("Ein "), new TextRun("fettes") { Bold = true }, new TextRun(" und "), new TextRun("unterstrichenes") { Underline = true, Italic = true }, new TextRun(" Wort, ein Absatz mit ﬁ und „Zitat“.")]),
            new TextList(true, [[new TextRun("erstens")], [new TextRun("darunter")], [new TextRun("ganz unten")], [new TextRun("zweitens")]]) { Levels = [0, 1, 2, 0] },
            new TextList(false, [[new TextRun("Punkt")], [new TextRun("Unterpunkt")]]) { Levels = [0, 1] },
            new TextParagraph([new TextRun("Fragen an "), new TextRun("die Geschäftsstelle") { Link = "mailto:buero@example.org" }, new TextRun(".")]),
            new TextTable([[[new TextRun("A")], []], [[new TextRun("B") { Italic = true }], [new TextRun("Seite") { Link = "https://www.example.org/seite?a=1&b=2" }]]]),
        ];
        var first = sample.Items[0] with
        {
            Text = text,
            Statements = [new Statement("Clara Probe", "Ich habe nicht mitgestimmt.", Audience.Partner)],
            Elections = [new Election("Versammlungsleitung", [new Candidate("Anna Beispiel", 4, 0, 1), new Candidate("Dirk Vorlage", null, null, null)], ElectionMode.Open, 5, 0, ["Anna Beispiel"], true, Audience.Partner)],
            Actions =
            [
                new ActionItem(EntryId.Parse("x1", null), "Einladungen verschicken", null, null, ActionState.Open, null, Audience.Partner),
                new ActionItem(EntryId.Parse("x2", null), "Raum buchen", "Anna Beispiel", new DateOnly(2026, 8, 1), ActionState.Rescheduled, null, Audience.Partner),
                new ActionItem(EntryId.Parse("x3", null), "Banner abholen", "Bernd Muster", new DateOnly(2026, 8, 2), ActionState.Dropped, null, Audience.Partner),
            ],
            Resolutions =
            [
                new Resolution
                {
                    Id = EntryId.Parse("y1", null), Number = "B 2026-07-10", Wording = "Der Kreisvorstand vertagt den Antrag.", Mover = "Clara Probe", Audience = Audience.Partner,
                    Vote = new Vote(true, 3, 1, 0, 1, VoteMode.RollCall), Outcome = Outcome.Deferred, Excluded = [new Exclusion("Dirk Vorlage", "befangen")], Minority = "Die Minderheit bleibt bei ihrem Antrag.",
                },
                new Resolution { Id = EntryId.Parse("y2", null), Number = "B 2026-07-11", Wording = "Der Bericht ist angenommen.", Audience = Audience.Partner, Vote = null, Outcome = Outcome.Adopted },
                new Resolution
                {
                    Id = EntryId.Parse("y3", null), Number = "B 2026-07-12", Wording = "Für Plakate werden Mittel bereitgestellt.", Audience = Audience.Partner, Vote = Vote.Uncounted(VoteMode.Open), Outcome = Outcome.Adopted,
                    Kind = ResolutionKind.Finance, Amount = new Amount(1234.5m, "EUR", null), Repeats = EntryId.Parse("y1", null),
                },
            ],
            TakesNoteOf = [MinutesId.Parse("mse-2026-04", null), MinutesId.Parse("mse-2026-05", null)],
        };
        return sample with
        {
            EndDate = sample.Date.AddDays(1),
            Kind = MeetingKind.ExtraordinaryBoardMeeting,
            Form = MeetingForm.Online,
            Record = RecordKind.Course,
            Invitation = sample.Invitation! with { InTime = false, Reason = "eilbedürftig" },
            Items = [first, .. sample.Items.Skip(1).Select(item => item.Id.ToString() == "6" ? item with { Status = ItemStatus.Withdrawn } : item)],
            Circulation = [.. sample.Circulation, new CirculationResolution("U 2026-03", "Anzeige", "Eine Anzeige wird geschaltet.", null, null, Outcome.Rejected, Audience.Partner)],
            FollowUps = [.. sample.FollowUps, new FollowUp("steinfurt-2026-06/a4", ActionState.Open, null, Audience.Partner)],
            Version = new MinutesVersion(2, "Zahl in TOP 3 berichtigt.") { Replaces = 1 },
            Approval = sample.Approval with { State = ApprovalState.Released, ApprovedOn = null, ApprovedIn = null, ApprovedBy = null },
        };
    }
}
