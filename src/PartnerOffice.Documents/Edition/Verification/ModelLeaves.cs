using System.Globalization;
using PartnerOffice.Core;

namespace PartnerOffice.Documents.Edition;

/// <summary>Takes the allowed model apart into its values, in the order of the minutes. What is not here may not stand in an edition.</summary>
internal sealed class ModelLeaves
{
    private readonly List<Leaf> leaves = [];
    private string place = "Kopf";
    private string? item;

    // What is called how, by the id of the district: the name behind "Kreisverband".
    private readonly Dictionary<string, string> boards;

    private ModelLeaves(PartnerEdition edition) => boards = (edition.Frame.Boards ?? new Dictionary<string, string>())
        .ToDictionary(board => board.Key, board => board.Value.Split("Kreisverband ")[^1].Trim(), StringComparer.Ordinal);

    public static IReadOnlyList<Leaf> Of(PartnerEdition edition)
    {
        var collector = new ModelLeaves(edition);
        collector.Head(edition);
        collector.Participants(edition);
        collector.Agenda(edition.Content);
        foreach (var agendaItem in edition.Content.Items)
            collector.Item(agendaItem);
        collector.Foot(edition.Content);
        return collector.leaves;
    }

    private void Head(PartnerEdition edition)
    {
        var minutes = edition.Content;
        var frame = edition.Frame;
        Required(frame.DistrictName);
        Words(frame.PartnerName);
        Required(frame.Use);
        Date(frame.ReleasedOn);
        Choice("placeholder", edition.Withheld.Count > 0);
        Choice("count-passages", frame.CountPassages);
        if (frame.CountPassages)
            Number(edition.Withheld.Count);

        Id(minutes.Id.ToString());
        Words(minutes.District);
        Required(minutes.Board);
        Choice("kind", minutes.Kind);
        Required(minutes.Number);
        Date(minutes.Date);
        Date(minutes.EndDate);
        Time(minutes.Start);
        Time(minutes.End);
        foreach (var interruption in minutes.Interruptions)
        {
            Time(interruption.From);
            Time(interruption.Until);
        }

        Words(minutes.Place);
        Choice("form", minutes.Form);
        Choice("record", minutes.Record);
        Date(minutes.Invitation?.SentOn);
        Choice("in-time", minutes.Invitation?.InTime);
        Words(minutes.Invitation?.Reason);
        Words(minutes.Invitation?.How);
        Required(minutes.Chair, LeafKind.Name);
        Required(minutes.MinuteTaker, LeafKind.Name);
    }

    private void Participants(PartnerEdition edition)
    {
        place = "Anwesenheit";
        foreach (var name in edition.Frame.Boards?.Values ?? [])
            Words(name);
        foreach (var board in edition.Content.Boards)
        {
            Words(board.District);
            Name(board.Chair);
            Number(board.Quorum?.Elected);
            Number(board.Quorum?.Required);
            Number(board.Quorum?.Present);
            Choice("quorum", board.Quorum?.Established);
            Name(board.Quorum?.EstablishedBy);
            Time(board.Quorum?.EstablishedAt);
        }

        foreach (var attendee in edition.Content.Attendance)
        {
            Required(attendee.Name, LeafKind.Name);
            Words(attendee.Function);
            Words(attendee.District);
            Choice("attendance", attendee.Status);
            Choice("voting", attendee.Voting);
            foreach (var interval in attendee.Intervals)
            {
                IntervalEnd(interval.From);
                IntervalEnd(interval.Until);
            }
        }

        Number(edition.Absences.Excused);
        Number(edition.Absences.Unexcused);
    }

    private void Agenda(Core.Minutes minutes)
    {
        place = "Tagesordnung";
        Required(minutes.Agenda?.Changes);
        Vote(minutes.Agenda?.Adopted);

        foreach (var circulated in minutes.Circulation)
        {
            place = $"Umlaufbeschluss {circulated.Number}";
            Words(circulated.Number);
            Words(circulated.Subject);
            Required(circulated.Wording);
            Date(circulated.DecidedOn);
            Vote(circulated.Vote);
            Choice("outcome", circulated.Outcome);
            Choice("audience", circulated.Audience);
            Number(circulated.Entitled);
        }

        place = "Aufgabenkontrolle";
        foreach (var followUp in minutes.FollowUps)
        {
            Id(followUp.Of);
            Choice("action", followUp.State);
            Required(followUp.Note);
            Audience(followUp.Audience, followUp.BoardOf);
        }
    }

    private void Item(AgendaItem agendaItem)
    {
        item = agendaItem.Id.ToString();
        place = $"TOP {agendaItem.Number}";
        Words(agendaItem.Number);
        Required(agendaItem.Title);
        Audience(agendaItem.Audience, agendaItem.BoardOf);
        Choice("status", agendaItem.Status);
        Time(agendaItem.Start);
        foreach (var block in agendaItem.Text)
            Block(block);
        Required(agendaItem.PartnerNote);
        foreach (var noted in agendaItem.TakesNoteOf)
            Id(noted.ToString());
        foreach (var resolution in agendaItem.Resolutions)
            Resolution(agendaItem, resolution);

        place = $"TOP {agendaItem.Number}";
        foreach (var election in agendaItem.Elections)
            Election(election);
        foreach (var action in agendaItem.Actions)
            Action(action);
        foreach (var statement in agendaItem.Statements ?? [])
        {
            Name(statement.Name);
            Required(statement.Text);
            Audience(statement.Audience, statement.BoardOf);
        }

        item = null;
    }

    private void Block(TextBlock block)
    {
        switch (block)
        {
            case TextParagraph paragraph:
                Runs(paragraph.Runs);
                break;
            case TextHeading heading:
                Runs(heading.Runs);
                break;
            case TextList list:
                foreach (var runs in list.Items)
                    Runs(runs);
                break;
            case TextTable table:
                foreach (var runs in table.Rows.SelectMany(row => row).Where(cell => cell.Count > 0))
                    Runs(runs);
                break;
            default:
                // A passage of the board has no place in an allowed model; leaving it out here refuses its words.
                break;
        }
    }

    private void Runs(IReadOnlyList<TextRun> runs)
    {
        Add(string.Concat(runs.Where(run => !run.Internal).Select(run => run.Text)), LeafKind.Paragraph);
        foreach (var run in runs)
            Add(run.Link, LeafKind.Link);
    }

    private void Resolution(AgendaItem agendaItem, Resolution resolution)
    {
        place = $"TOP {agendaItem.Number}, Beschluss {resolution.Number}";
        if (resolution.Votes is null)
            Required(resolution.Number);
        foreach (var vote in resolution.Votes ?? [])
        {
            Required(vote.Number);
            Words(boards.GetValueOrDefault(vote.District, vote.District));
            Vote(vote.Vote);
            Choice("outcome", vote.Outcome);
            if (vote.Outcome == Outcome.Unanimous)
                Choice("outcome", Outcome.Adopted);
            Number(vote.Present);
        }

        Required(resolution.Wording);
        Name(resolution.Mover);
        Audience(resolution.Audience, resolution.BoardOf);
        Vote(resolution.Vote);
        Choice("outcome", resolution.Outcome);
        foreach (var approved in resolution.Approves)
            Id(approved.ToString());
        Number(resolution.Present);
        foreach (var excluded in resolution.Excluded)
        {
            Name(excluded.Name);
            Words(excluded.Reason);
        }

        Required(resolution.Minority);
        if (resolution.Repeats is { } repeats && agendaItem.Resolutions.FirstOrDefault(other => other.Id == repeats) is { } repeated)
            Words(repeated.Number);
        Time(resolution.At);
        Choice("resolution", resolution.Kind);
        if (resolution.Amount is { } amount)
        {
            Add(amount.Value.ToString("#,##0.00", German), LeafKind.Number);
            Add(amount.Value.ToString("0.00", German), LeafKind.Number);
            Add(amount.Value.ToString("#,##0.##", German), LeafKind.Number);
            Words(amount.Currency);
            Words(amount.BudgetLine);
        }
    }

    private void Election(Election election)
    {
        Required(election.Office);
        foreach (var candidate in election.Candidates)
        {
            Required(candidate.Name, LeafKind.Name);
            Number(candidate.Yes);
            Number(candidate.No);
            Number(candidate.Abstained);
        }

        Choice("election", election.Mode);
        Number(election.Valid);
        Number(election.Invalid);
        foreach (var elected in election.Elected)
            Name(elected);
        Choice("accepted", election.Accepted);
        Audience(election.Audience, election.BoardOf);
    }

    private void Action(ActionItem action)
    {
        Id(action.Id.ToString());
        Required(action.What);
        Name(action.Who);
        Date(action.Due);
        Choice("ongoing", action.Due is null);
        Choice("action", action.State);
        Audience(action.Audience, action.BoardOf);
    }

    private void Foot(Core.Minutes minutes)
    {
        foreach (var attachment in minutes.Attachments)
        {
            place = $"Anlage {attachment.Number}";
            Words(attachment.Number);
            Required(attachment.Title);
            Words(attachment.File);
            Audience(attachment.Audience, attachment.BoardOf);
        }

        place = "Schluss";
        Date(minutes.Next?.Date);
        Time(minutes.Next?.Start);
        Words(minutes.Next?.Place);
        Words(minutes.Issued?.Place);
        Date(minutes.Issued?.Date);
        foreach (var signature in minutes.Signatures)
        {
            Name(signature.Name);
            Choice("signature", signature.Role);
            Date(signature.On);
        }

        Approval(minutes.Approval);
        Number(minutes.Version.Number);
        Required(minutes.Version.Note);
        Number(minutes.Version.Replaces);
        foreach (var line in minutes.Distribution)
            Words(line);
    }

    private void Approval(Approval approval)
    {
        Choice("approval", approval.State);
        Name(approval.ReleasedBy);
        if (approval.ReleasedAt is { } at)
        {
            Date(DateOnly.FromDateTime(at.DateTime));
            Time(TimeOnly.FromDateTime(at.DateTime));
            if (at.Second != 0)
                Add(at.ToString("HH:mm:ss", CultureInfo.InvariantCulture), LeafKind.Time);
            Add(at.ToString("zzz", CultureInfo.InvariantCulture), LeafKind.Time);
        }

        Date(approval.ApprovedOn);
        Id(approval.ApprovedIn?.ToString());
        Words(approval.ApprovedBy?.Item);
        Vote(approval.ApprovedBy?.Vote);
    }

    private void Vote(Vote? vote)
    {
        if (vote is null)
            return;

        Choice("counted", vote.Counted);
        Number(vote.Yes);
        Number(vote.No);
        Number(vote.Abstained);
        Number(vote.Invalid);
        Choice("vote", vote.Mode);
    }

    private void Audience(Audience audience, string? boardOf)
    {
        Choice("audience", audience);
        if (boardOf is not null)
            Words(boards.GetValueOrDefault(boardOf, boardOf));
    }

    private void IntervalEnd(IntervalEnd? end)
    {
        Time(end?.Time);
        Words(end?.Item);
    }

    private static readonly CultureInfo German = CultureInfo.GetCultureInfo("de-DE");

    private void Words(string? text) => Add(text, LeafKind.Words);

    // What the partner must find in the edition.
    private void Required(string? text, LeafKind kind = LeafKind.Words) => Add(text, kind, isRequired: true);

    private void Name(string? name) => Add(name, LeafKind.Name);

    private void Id(string? id) => Add(id, LeafKind.Id);

    private void Number(int? number) => Add(number?.ToString(CultureInfo.InvariantCulture), LeafKind.Number);

    private void Time(TimeOnly? time) => Add(time?.ToString("HH:mm", CultureInfo.InvariantCulture), LeafKind.Time);

    private void Choice<T>(string list, T value)
        where T : struct, Enum => Add($"{list}:{KebabWord.Of(value)}", LeafKind.Choice);

    private void Choice(string list, bool? value) => Add(value is null ? null : $"{list}:{(value.Value ? "yes" : "no")}", LeafKind.Choice);

    private void Date(DateOnly? date)
    {
        if (date is not { } day)
            return;

        foreach (var form in (ReadOnlySpan<string>)["dd.MM.yyyy", "d.M.yyyy", "d. MMMM yyyy", "dddd"])
            Add(day.ToString(form, German), LeafKind.Date);
    }

    private void Add(string? text, LeafKind kind, bool isRequired = false)
    {
        if (!string.IsNullOrWhiteSpace(text))
            leaves.Add(new Leaf(place, text, kind, item) { IsRequired = isRequired });
    }
}
