using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using PartnerOffice.Connections;
using PartnerOffice.Core;
using PartnerOffice.Deliveries;
using PartnerOffice.Documents.Word;
using PartnerOffice.Graph;

namespace PartnerOffice.Features.Sharing;

/// <summary>
/// One look through the second door (R14): what changed in the board's own library since the last one, what people meant by it, and the answer
/// in the column beside. A person who changes the column before we write wins; what could not be written is done again next time.
/// </summary>
internal sealed partial class DoorRound(
    Ledger ledger, Partnership partnership, BoardLibraryRoute route, GraphConnection connection, Uri? service, TimeProvider time, ILogger<DoorRound> logger)
{
    private const string WordFile = ".docx";
    private const int LongestHint = 900;

    private readonly District _district = partnership.Find(route.District.ToString())!;
    private readonly DoorReader _reader = new(route, connection);

    private DoorActs Acts => new(ledger, partnership, _district, service, time);

    /// <exception cref="GraphException">The library cannot be asked at all.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await ledger.Reviews.ExpireAsync(partnership.Id, cancellationToken);
        foreach (var (review, remark) in await ledger.Reviews.OwedAsync(partnership.Id, route.District, cancellationToken))
            await TryAsync(() => TellAsync(review, remark, cancellationToken));

        var delta = await DeltaAsync(cancellationToken);
        var isAnswered = true;
        foreach (var change in delta.Changes)
        {
            if (change.Item is { } item && IsMeant(item))
                isAnswered &= await TryAsync(() => AnswerAsync(item, cancellationToken));
        }

        // Whatever is not answered is told again.
        if (isAnswered)
            await ledger.Doors.SaveNextAsync(route.District, delta.Next, cancellationToken);
    }

    private async Task<ListDelta> DeltaAsync(CancellationToken cancellationToken)
    {
        var since = await ledger.Doors.NextAsync(route.District, cancellationToken);
        try
        {
            return await connection.Lists.DeltaAsync(route.Site, route.List, since, cancellationToken);
        }
        catch (ResyncRequiredException) when (since is not null)
        {
            LooksAtEverything();
            return await connection.Lists.DeltaAsync(route.Site, route.List, null, cancellationToken);
        }
    }

    private bool IsMeant(ListItem item) =>
        (item.Fields.GetValueOrDefault("FileLeafRef") as string ?? item.WebUrl?.AbsolutePath ?? "").EndsWith(WordFile, StringComparison.OrdinalIgnoreCase)
        && (route.Folder.IsRoot || Uri.UnescapeDataString(item.WebUrl?.AbsolutePath ?? "").Contains($"/{route.Folder.Value}/", StringComparison.OrdinalIgnoreCase));

    // One file that cannot be answered holds back no other.
    private async Task<bool> TryAsync(Func<Task<bool>> answer)
    {
        try
        {
            return await answer();
        }
        catch (Exception failure) when (failure is GraphException and not ThrottledException or DbException or DbUpdateException or IOException)
        {
            NotAnswered(failure.GetType().Name);
            return false;
        }
    }

    private async Task<bool> AnswerAsync(ListItem told, CancellationToken cancellationToken)
    {
        var answered = await ledger.Doors.AnsweredAsync(route.District, told.Id, cancellationToken);
        var isSettled = DoorReader.StandOf(told.Fields) == (answered?.Stand ?? BoardColumns.Draft);
        // Our own writing, and files of which nobody said anything.
        if (isSettled && (_reader.IsOurs(told.By) || answered is null or { Stand: BoardColumns.Draft or BoardColumns.Withdrawn }))
            return true;

        // As it is at this moment: a person may have changed it back.
        if (await _reader.RowAsync(told.Id, cancellationToken) is not { } row)
            return true;

        var stand = DoorReader.StandOf(row.Fields);
        if (stand == (answered?.Stand ?? BoardColumns.Draft))
        {
            return answered is null
                || await Acts.TextChangedAsync(stand, await _reader.ReadAsync(row, cancellationToken), answered.Value.Minutes, cancellationToken) is not { } changed
                || await WriteAsync(row, changed, cancellationToken);
        }

        var history = await _reader.HistoryAsync(row, cancellationToken);
        if (history.Stand != stand)
            return false;
        if (history.IsOurs)
        {
            await ledger.Doors.AnswerAsync(route.District, row.Id, stand, answered?.Minutes, cancellationToken);
            return true;
        }

        var reading = await _reader.ReadAsync(row, cancellationToken);
        var (answer, recalls) = await Acts.RunAsync(row.Id, stand, history, reading, answered?.Minutes, cancellationToken);
        foreach (var recall in recalls)
            await LayIncidentNoteAsync(recall, cancellationToken);
        Answered(stand == answer.Stand, answer.Minutes?.ToString() ?? "-");
        return await WriteAsync(row, answer, cancellationToken);
    }

    private async Task<bool> TellAsync(Review review, string? remark, CancellationToken cancellationToken)
    {
        if (await Acts.DecidedAsync(review, remark, cancellationToken) is { } answer && await _reader.RowAsync(review.Item!, cancellationToken) is { } row)
            return await WriteAsync(row, answer, cancellationToken);

        await ledger.Reviews.ToldAsync(partnership.Id, route.District, review.Item!, cancellationToken);
        return true;
    }

    // Against the version that was read: whoever changed it since is heard first.
    private async Task<bool> WriteAsync(ListItem row, DoorAnswer answer, CancellationToken cancellationToken)
    {
        var hint = answer.Hint is { } words ? HintOf(words, answer, row) : answer.Stand == BoardColumns.Draft ? "" : DoorReader.HintOf(row.Fields);
        if (DoorReader.StandOf(row.Fields) != answer.Stand || DoorReader.HintOf(row.Fields) != hint)
        {
            try
            {
                await connection.Lists.UpdateFieldsAsync(
                    route.Site, route.List, row.Id,
                    new Dictionary<string, object?> { [BoardColumns.State] = answer.Stand, [BoardColumns.Hint] = hint.Length == 0 ? null : hint }, row.ETag, cancellationToken);
            }
            catch (PreconditionFailedException)
            {
                return false;
            }
        }

        await ledger.Doors.AnswerAsync(route.District, row.Id, answer.Stand, answer.Minutes, cancellationToken);
        await ledger.Reviews.ToldAsync(partnership.Id, route.District, row.Id, cancellationToken);
        return true;
    }

    private static string HintOf(Bilingual words, DoorAnswer answer, ListItem row)
    {
        var text = answer.Remark is { } remark ? $"{words.German} {remark}" : words.German;
        text = text.Length > LongestHint ? text[..LongestHint] + "…" : text;
        return answer.HasLink && row.WebUrl is { } address ? $"{text} → {address.AbsoluteUri}?web=1" : text;
    }

    // Beside the minutes, where whoever pressed can find it (R16).
    private async Task LayIncidentNoteAsync(DoorRecall recall, CancellationToken cancellationToken)
    {
        var note = IncidentNotes.Of(partnership, recall.Ground, recall.Recall, WithdrawalReason.Confidential, recall.By, time.GetUtcNow());
        try
        {
            await connection.Drives.CreateAsync(route.Drive, route.Folder.Append(IncidentNotes.FileNameOf(note)), IncidentNoteWriter.Write(note), Guid.NewGuid().ToString("D"), cancellationToken);
        }
        catch (NameTakenException)
        {
            // It lies there from an earlier try.
        }
    }

    [LoggerMessage(LogLevel.Information, "Answered in the board's library (done as asked: {IsDone}), minutes {Minutes}")]
    private partial void Answered(bool isDone, string minutes);

    [LoggerMessage(LogLevel.Warning, "A file of the board's library could not be answered ({Kind}); it will be tried again")]
    private partial void NotAnswered(string kind);

    [LoggerMessage(LogLevel.Information, "The board's library asks for a look at everything")]
    private partial void LooksAtEverything();
}
