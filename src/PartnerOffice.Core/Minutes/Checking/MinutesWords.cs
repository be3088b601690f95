namespace PartnerOffice.Core;

/// <summary>Every word that somebody wrote into the minutes, each with its place and reader.</summary>
internal static class MinutesWords
{
    public static IEnumerable<PlacedText> Of(Minutes minutes) =>
        Raw(minutes).Where(word => !string.IsNullOrWhiteSpace(word.Text)).Select(word => new PlacedText(word.Place, word.Text!, word.IsForPartner));

    private static IEnumerable<(string Place, string? Text, bool IsForPartner)> Raw(Minutes minutes)
    {
        yield return (Places.Board, minutes.Board, true);
        yield return (Places.Number, minutes.Number, true);
        yield return (Places.Where, minutes.Place, true);
        yield return (Places.Invitation, minutes.Invitation?.How, true);
        yield return (Places.Invitation, minutes.Invitation?.Reason, true);
        foreach (var attendee in minutes.Attendance)
            yield return (Places.Attendance, attendee.Function, attendee.WasThere);
        yield return (Places.Agenda, minutes.Agenda?.Changes, true);
        foreach (var circulated in minutes.Circulation)
        {
            yield return (Places.Of(circulated), circulated.Subject, circulated.Audience == Audience.Partner);
            yield return (Places.Of(circulated), circulated.Wording, circulated.Audience == Audience.Partner);
        }

        foreach (var followUp in minutes.FollowUps)
            yield return (Places.FollowUps, followUp.Note, followUp.Audience == Audience.Partner);
        foreach (var word in minutes.Items.SelectMany(Item))
            yield return word;
        foreach (var attachment in minutes.Attachments)
        {
            yield return (Places.Of(attachment), attachment.Title, attachment.Audience == Audience.Partner);
            yield return (Places.Of(attachment), attachment.File, attachment.Audience == Audience.Partner);
        }

        yield return (Places.Next, minutes.Next?.Place, true);
        yield return (Places.Version, minutes.Version.Note, true);
        foreach (var line in minutes.Distribution)
            yield return (Places.Distribution, line, true);
    }

    private static IEnumerable<(string Place, string? Text, bool IsForPartner)> Item(AgendaItem item)
    {
        var (place, open) = (Places.Of(item), item.Audience == Audience.Partner);
        yield return (place, item.Title, open);
        foreach (var (text, isForPartner) in item.Text.SelectMany(block => Lines(block, open)))
            yield return (place, text, isForPartner);
        yield return (place, item.PartnerNote, open);
        foreach (var resolution in item.Resolutions)
        {
            var isForPartner = open && resolution.Audience == Audience.Partner;
            yield return (Places.Of(item, resolution), resolution.Wording, isForPartner);
            yield return (Places.Of(item, resolution), resolution.Minority, isForPartner);
            yield return (Places.Of(item, resolution), resolution.Amount?.BudgetLine, isForPartner);
        }

        foreach (var election in item.Elections)
            yield return (Places.Of(item, election), election.Office, open && election.Audience == Audience.Partner);
        foreach (var action in item.Actions)
            yield return (Places.Of(item, action), action.What, open && action.Audience == Audience.Partner);
        foreach (var statement in item.Statements ?? [])
            yield return ($"{place}, Erklärung", statement.Text, open && statement.Audience == Audience.Partner);
    }

    private static IEnumerable<(string Text, bool IsForPartner)> Lines(TextBlock block, bool open) => block switch
    {
        TextParagraph paragraph => Runs(paragraph.Runs, open),
        TextHeading heading => Runs(heading.Runs, open),
        TextList list => list.Items.SelectMany(item => Runs(item, open)),
        TextTable table => table.Rows.SelectMany(row => row).SelectMany(cell => Runs(cell, open)),
        InternalPassage passage => passage.Blocks.SelectMany(inner => Lines(inner, open: false)),
        _ => [],
    };

    // A line is read whole: what stays in the board leaves a gap that no word crosses.
    private static IEnumerable<(string Text, bool IsForPartner)> Runs(IReadOnlyList<TextRun> runs, bool open)
    {
        if (open)
            yield return (string.Concat(runs.Select(run => run.Internal ? " … " : run.Text)), true);
        if (!open || runs.Any(run => run.Internal))
            yield return (string.Concat(runs.Where(run => !open || run.Internal).Select(run => run.Text)), false);
        if (open)
        {
            foreach (var run in runs.Where(run => !run.Internal && run.Link?.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) == true && !run.Text.Contains('@', StringComparison.Ordinal)))
                yield return (run.Link!["mailto:".Length..], true);
        }
    }
}
