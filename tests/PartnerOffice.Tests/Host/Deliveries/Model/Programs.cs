using PartnerOffice.Deliveries;

namespace PartnerOffice.Tests.Host.Deliveries.Model;

/// <summary>
/// Our steps, request for request and commit for commit; to be read beside the step that each names. A request that fails ends the
/// program, as an exception ends the step (<see cref="Node"/>).
/// </summary>
internal static class Programs
{
    /// <summary><see cref="UploadStep"/> with a new file. The key column is written by a later step, so the file is known by its maker.</summary>
    public static IEnumerable<Act> Upload(Attempt run)
    {
        if (run.Row.MayBeOut)
        {
            yield return Ask(Call.Look);
            if (run.Answer.Reply == Reply.Found)
            {
                yield return Save(StepEvent.Confirm);
                yield break;
            }
        }

        yield return Save(StepEvent.Intend);
        yield return Ask(Call.Create);
        if (run.Answer.Reply == Reply.Done)
        {
            yield return Save(StepEvent.Confirm);
            yield break;
        }

        yield return Ask(Call.Look);
        if (run.Answer.Reply == Reply.Nothing)
        {
            foreach (var act in run.TryLater()) yield return act;
            yield break;
        }

        yield return Save(run.Answer.Reply == Reply.Found && run.Row.MayBeOut ? StepEvent.Confirm : StepEvent.GiveUp);
    }

    /// <summary><see cref="UploadStep"/> with new content for the file of an earlier version.</summary>
    public static IEnumerable<Act> Correction(Attempt run)
    {
        yield return Ask(Call.Look);
        if (run.Answer.Reply == Reply.Found)
        {
            yield return Save(StepEvent.Confirm);
            yield break;
        }

        if (run.Answer.Reply == Reply.FoundEdited && !run.Row.Confirmed)
        {
            yield return new Act.Save(StepEvent.GiveUp, Says: Word.EditedByPartner);
            yield break;
        }

        var tag = run.Answer.Number;
        yield return Save(StepEvent.Intend);
        yield return Ask(Call.Replace, tag);
        if (run.Answer.Reply == Reply.Done)
        {
            yield return Save(StepEvent.Confirm);
            yield break;
        }

        foreach (var act in run.TryLater()) yield return act;
    }

    /// <summary><see cref="EventStep"/> that makes an event.</summary>
    public static IEnumerable<Act> MakeEvent(Attempt run)
    {
        yield return Ask(Call.FindByKey);
        if (run.Answer.Reply == Reply.Found)
        {
            yield return Save(StepEvent.Confirm);
            yield break;
        }

        yield return Save(StepEvent.Intend);
        yield return Ask(Call.Create);
        if (run.Answer.Reply == Reply.Done)
        {
            yield return Save(StepEvent.Confirm);
            yield break;
        }

        yield return Ask(Call.FindByKey);
        if (run.Answer.Reply == Reply.Found)
        {
            yield return Save(StepEvent.Confirm);
            yield break;
        }

        foreach (var act in run.TryLater()) yield return act;
    }

    /// <summary><see cref="MailStep"/>.</summary>
    public static IEnumerable<Act> Mail(Attempt run)
    {
        if (run.Row.RemoteId is not { } id)
        {
            yield return Ask(Call.FindByKey);
            if (run.Answer.Reply == Reply.Found)
            {
                yield return Save(StepEvent.Confirm, run.Answer.Number);
                yield break;
            }

            if (run.Answer.Reply == Reply.Nothing) yield return Ask(Call.WriteDraft);
            id = run.Answer.Number;
            yield return Save(StepEvent.Note, id);
        }

        if (run.Row.MayBeOut)
        {
            yield return Ask(Call.Find, id);
            var found = run.Answer.Reply;
            if (found == Reply.Nothing)
            {
                // The id may have changed on the way out, the key has not.
                yield return Ask(Call.FindByKey);
            }

            if (run.Answer.Reply == Reply.Found)
            {
                yield return Save(StepEvent.Confirm, run.Answer.Number);
                yield break;
            }

            // A minute for what is still a draft, a quarter of an hour for what cannot be seen.
            yield return new Act.LookAtTheClock();
            if (found == Reply.Nothing || run.Answer.Reply == Reply.InTime)
            {
                yield return Save(run.Answer.Reply == Reply.Late ? StepEvent.Doubt : StepEvent.Unknown);
                yield break;
            }
        }

        yield return Save(StepEvent.Intend);
        yield return Ask(Call.Send, id);
        yield return Save(StepEvent.Confirm, id);
    }

    /// <summary><see cref="TrackerStep"/> with <see cref="WorkbookFileWriter"/>.</summary>
    public static IEnumerable<Act> TrackerAsFile(Attempt run)
    {
        for (var round = 1; round <= 3; round++)
        {
            run.ForgetTheAnswers();
            yield return Ask(Call.Look);
            // Perhaps an older state.
            if (run.Answer.Reply == Reply.FoundOther) break;
            if (run.Answer.Reply == Reply.Found)
            {
                yield return Save(StepEvent.Confirm);
                yield break;
            }

            var tag = run.Answer.Number;
            yield return Save(StepEvent.Intend);
            yield return Ask(Call.Replace, tag);
            if (run.Answer.Reply == Reply.Done)
            {
                yield return Save(StepEvent.Confirm);
                yield break;
            }
        }

        foreach (var act in run.TryLater()) yield return act;
    }

    /// <summary><see cref="TrackerStep"/> with <see cref="WorkbookSessionWriter"/>.</summary>
    public static IEnumerable<Act> TrackerThroughExcel(Attempt run)
    {
        yield return new Act.Recall();
        var earlier = run.Answer.Number;
        for (var old = 0; earlier >> old > 0; old++)
        {
            if ((earlier >> old & 1) == 0) continue;
            yield return Ask(Call.Close, old);
            yield return new Act.Forget(old);
        }

        run.ForgetTheAnswers();
        yield return Ask(Call.Open);
        var session = run.Answer.Number;
        yield return new Act.Remember(session);
        yield return Ask(Call.Look, session);
        if (run.Answer.Reply == Reply.Nothing)
        {
            yield return Save(StepEvent.Intend);
            yield return Ask(Call.Add, session);
            // Read back.
            yield return Ask(Call.Look, session);
        }

        var isThere = run.Answer.Reply == Reply.Found;
        yield return Ask(Call.Close, session);
        yield return new Act.Forget(session);
        if (isThere) yield return Save(StepEvent.Confirm);
        else foreach (var act in run.TryLater()) yield return act;
    }

    /// <summary><see cref="RemoveStep"/>.</summary>
    public static IEnumerable<Act> Remove(Attempt run)
    {
        var gone = run.Row.RemoteId is null ? Word.RemovedForGood : Word.InRecycleBin;
        yield return Ask(Call.Look);
        if (run.Answer.Reply == Reply.Nothing)
        {
            yield return new Act.Save(StepEvent.Confirm, Says: gone);
            yield break;
        }

        yield return Save(StepEvent.Intend);
        yield return Ask(Call.Delete);
        if (run.Answer.Reply == Reply.Forbidden)
        {
            yield return Save(StepEvent.Note, 0);
            yield return Ask(Call.DeleteToBin);
            gone = Word.InRecycleBin;
        }

        yield return new Act.Save(StepEvent.Confirm, Says: gone);
    }

    private static Act.Ask Ask(Call call, int number = 0) => new(new(call, number));

    private static Act.Save Save(StepEvent happened, int? remoteId = null) => new(happened, remoteId);
}
