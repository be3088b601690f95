using CsCheck;
using PartnerOffice.Core;

namespace PartnerOffice.Tests.Support;

/// <summary>Generates minutes of any content, in canonical form. Shrinks by leaving things out.</summary>
internal static class AnyMinutes
{
    private static readonly Gen<string> Said =
        Gen.String[Gen.Char["abcdefghijklmABCDÄÖÜäöüß 0123456789.,;:-–„“»«()[]/\\&<>'\"%=#§€*_+\u00A0…"], 1, 40]
            .Select(MinutesText.Value)
            .Where(text => text.Length > 0 && !InternalSigns.AnyIn(text) && text.Any(char.IsLetter));

    // Values stand in one line of the form: a bare dash means nothing there.
    private static readonly string[] FirstNames = ["Anna", "Bernd", "Çağla", "Dörte", "Ó Brien"];
    private static readonly string[] LastNames = ["Beispiel", "Muster-Probe", "von Formular", "Ünal"];
    private static readonly Gen<string> Name = Gen.Select(Gen.Int[0, 4], Gen.Int[0, 3], (first, last) => $"{FirstNames[first]} {LastNames[last]}");

    private static readonly Gen<TimeOnly> Time = Gen.Int[0, (24 * 60) - 1].Select(minute => new TimeOnly(minute / 60, minute % 60));
    private static readonly Gen<DateOnly> Day = Gen.Int[0, 20000].Select(day => new DateOnly(1990, 1, 1).AddDays(day));
    private static readonly Gen<Audience> Reader = Gen.Enum<Audience>();
    private static readonly Gen<bool> Coin = Gen.Bool;

    private static readonly Gen<Vote> Counted = Gen.Select(Gen.Int[0, 99], Gen.Int[0, 99], Gen.Int[0, 99], Gen.Int[0, 9], Gen.Enum<VoteMode>(), (yes, no, abstained, invalid, mode) => new Vote(true, yes, no, abstained, invalid, mode));
    private static readonly Gen<Vote> AnyVote = Gen.OneOf(Counted, Gen.Enum<VoteMode>().Select(Vote.Uncounted));

    private static readonly Gen<TextRun> Run = Gen.Select(Said, Coin, Coin, Coin, Gen.Int[0, 9], (text, bold, italic, underline, rare) =>
        new TextRun(text) { Bold = bold, Italic = italic, Underline = underline && rare != 0, Internal = rare == 1, Link = rare == 0 ? "https://example.org/antrag" : null });

    private static readonly Gen<IReadOnlyList<TextRun>> Runs = Run.Array[1, 3].Select(runs => (IReadOnlyList<TextRun>)runs);

    // What is in a passage is internal altogether; links do not matter there.
    private static readonly Gen<TextBlock> Open = Gen.OneOf(
        Runs.Select(runs => (TextBlock)new TextParagraph(runs)),
        Gen.Select(Gen.Int[1, 3], Runs, (level, runs) => (TextBlock)new TextHeading(level, [.. runs.Select(run => run with { Bold = false, Italic = false })])),
        Gen.Select(Coin, Runs.Array[1, 4], Gen.Int[0, 2], (ordered, items, depth) => (TextBlock)new TextList(ordered, items) { Levels = [.. items.Select((_, index) => index == 0 ? 0 : depth)] }),
        Runs.Array[2, 2].Array[1, 3].Select(rows => (TextBlock)new TextTable([.. rows.Select(row => (IReadOnlyList<IReadOnlyList<TextRun>>)row)])));

    private static readonly Gen<TextBlock> Passage = Open.Array[1, 2].Select(blocks => (TextBlock)new InternalPassage(blocks));

    private static readonly Gen<Resolution> AnyResolution =
        from wording in Said
        from mover in Name.Null()
        from audience in Reader
        from vote in AnyVote.Null()
        from outcome in Gen.Enum<Outcome>()
        from present in Gen.Int[0, 50].Nullable()
        from minority in Said.Null()
        from at in Time.Nullable()
        from money in Gen.Int[0, 9_999_999].Nullable()
        select new Resolution
        {
            Id = default,
            Number = "",
            Wording = wording,
            Mover = mover,
            Audience = audience,
            Vote = vote,
            Outcome = outcome,
            Present = present,
            Minority = minority,
            At = at,
            Kind = money is null ? ResolutionKind.Motion : ResolutionKind.Finance,
            Amount = money is { } cents ? new Amount(cents / 100m + 0.00m, "EUR", null) : null,
        };

    private static readonly Gen<ActionItem> AnyAction = Gen.Select(Said, Name.Null(), Day.Nullable(), Gen.Enum<ActionState>(), Reader, (what, who, due, state, audience) =>
        new ActionItem(default, what, who, due, state, null, audience));

    private static readonly Gen<AgendaItem> Item =
        from title in Said
        from audience in Reader
        from status in Gen.Enum<ItemStatus>()
        from text in Gen.OneOf(Open, Open, Passage).Array[0, 4]
        from note in Said.Null()
        from start in Time.Nullable()
        from resolutions in AnyResolution.Array[0, 2]
        from actions in AnyAction.Array[0, 2]
        select new AgendaItem
        {
            Id = default,
            Number = "",
            Title = title,
            Audience = audience,
            Status = status,
            Text = text,
            PartnerNote = note,
            Start = start,
            Resolutions = resolutions,
            Actions = actions,
        };

    private static readonly Gen<Attendee> Person =
        from name in Name
        from function in Said.Null()
        from status in Gen.Enum<AttendanceStatus>()
        from voting in Coin
        from intervals in Gen.Select(Time, Time, (from_, until) => new Interval(IntervalEnd.At(from_), IntervalEnd.At(until))).Array[0, 2]
        select new Attendee(null, name, function, "steinfurt", status, voting, intervals);

    /// <summary>Minutes on the head of the sample, in canonical form.</summary>
    public static readonly Gen<Minutes> Canonical =
        from date in Day
        from kind in Gen.Enum<MeetingKind>()
        from start in Time.Nullable()
        from end in Time.Nullable()
        from place in Said.Null()
        from adopted in AnyVote.Null()
        from people in Person.Array[0, 4]
        from items in Item.Array[1, 4]
        from signedOn in Day.Nullable()
        from kept in Said.Null()
        from followUp in Gen.Select(Said, Gen.Enum<ActionState>(), Said.Null(), Reader, (of, state, text, audience) => new FollowUp(of, state, text, audience)).Array[0, 2]
        select CanonicalMinutes.Of(Samples.Minutes with
        {
            Date = date,
            Kind = kind,
            Start = start,
            End = end,
            Place = place,
            Agenda = adopted is null ? null : new Agenda(null, adopted),
            Attendance = people,
            FollowUps = followUp,
            Original = new SignedOriginal(signedOn, kept),
            Attachments = [],
            Items = Numbered(items),
        });

    private static IReadOnlyList<AgendaItem> Numbered(IReadOnlyList<AgendaItem> items)
    {
        var (resolutions, actions) = (0, 0);
        return
        [
            .. items.Select((item, index) => item with
            {
                Id = EntryId.Parse($"t{index + 1}", null),
                Number = index % 3 == 2 ? $"N {index + 1}" : $"{index + 1}a",
                Resolutions = [.. item.Resolutions.Select(resolution => resolution with { Id = EntryId.Parse($"r{++resolutions}", null), Number = $"B {resolutions}" })],
                Actions = [.. item.Actions.Select(action => action with { Id = EntryId.Parse($"a{++actions}", null) })],
            }),
        ];
    }
}
