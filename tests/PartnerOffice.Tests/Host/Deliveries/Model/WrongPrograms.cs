using PartnerOffice.Deliveries;

namespace PartnerOffice.Tests.Host.Deliveries.Model;

/// <summary>What we do not do. Each looks reasonable, and each is caught.</summary>
internal static class WrongPrograms
{
    /// <summary>Adds the row, and adds it again where the answer was lost.</summary>
    public static IEnumerable<Act> AddUntilAnswered(Attempt run)
    {
        yield return new Act.Save(StepEvent.Intend);
        yield return Ask(Call.Add);
        yield return new Act.Save(StepEvent.Confirm);
    }

    /// <summary>Keeps its intent and looks before adding; nothing stops a request that is still on its way.</summary>
    public static IEnumerable<Act> LookThenAdd(Attempt run)
    {
        yield return Ask(Call.Look);
        if (run.Answer.Reply == Reply.Nothing)
        {
            yield return new Act.Save(StepEvent.Intend);
            yield return Ask(Call.Add);
        }

        yield return new Act.Save(StepEvent.Confirm);
    }

    /// <summary>A message that cannot be seen is taken for one that never left, and written anew.</summary>
    public static IEnumerable<Act> WriteAnewWhatIsNotSeen(Attempt run)
    {
        yield return Ask(Call.FindByKey);
        if (run.Answer.Reply == Reply.Nothing) yield return Ask(Call.WriteDraft);
        if (run.Answer.Reply != Reply.Found)
        {
            var id = run.Answer.Number;
            yield return new Act.Save(StepEvent.Intend);
            yield return Ask(Call.Send, id);
        }

        yield return new Act.Save(StepEvent.Confirm);
    }

    /// <summary>Replaces whatever is there by now.</summary>
    public static IEnumerable<Act> ReplaceWithoutTag(Attempt run)
    {
        foreach (var act in Programs.Correction(run))
            yield return act is Act.Ask { Request.Call: Call.Replace } ? Ask(Call.Replace, LaidFileSite.AnyTag) : act;
    }

    /// <summary>Takes any file of that name for its own.</summary>
    public static IEnumerable<Act> TakeTheNameForOurs(Attempt run)
    {
        yield return new Act.Save(StepEvent.Intend);
        yield return Ask(Call.Create);
        yield return new Act.Save(StepEvent.Confirm);
    }

    /// <summary>Sends first and writes its intent down afterwards.</summary>
    public static IEnumerable<Act> SendBeforeTheIntent(Attempt run)
    {
        yield return Ask(Call.Create);
        yield return new Act.Save(StepEvent.Unknown);
    }

    /// <summary>Does not write down that it goes to the recycle bin, and finds it gone.</summary>
    public static IEnumerable<Act> RemoveWithoutANote(Attempt run) => Programs.Remove(run).Where(act => act is not Act.Save { Happened: StepEvent.Note });

    private static Act.Ask Ask(Call call, int number = 0) => new(new(call, number));
}
