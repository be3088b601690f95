using PartnerOffice.Deliveries;

namespace PartnerOffice.Tests.Host.Deliveries.Model;

/// <summary>A mailbox: a draft can be sent once, and whatever was written or sent may stay invisible for a while.</summary>
internal sealed record MailboxSite : Site
{
    private const int MostDrafts = 3;

    /// <summary>Drafts ever written, counted from 0; at most three, so that the exploration ends.</summary>
    public int Drafts { get; init; }

    /// <summary>Those that were sent, as bits.</summary>
    public int Sent { get; init; }

    /// <summary>Whether a look may miss what is there.</summary>
    public bool Lags { get; init; } = true;

    public override IEnumerable<(Site After, Answer Answer)> Take(Request request)
    {
        switch (request.Call)
        {
            case Call.FindByKey:
                // What has left is named before any draft, if it is seen.
                if (Lags || Drafts == 0) yield return (this, new(Reply.Nothing));
                for (var draft = 0; draft < Drafts; draft++)
                {
                    if (IsSent(draft)) yield return (this, new(Reply.Found, draft));
                    else if (Sent == 0 || Lags) yield return (this, new(Reply.FoundOther, draft));
                }

                break;
            case Call.Find:
                if (Lags) yield return (this, new(Reply.Nothing));
                yield return (this, new(IsSent(request.Number) ? Reply.Found : Reply.FoundOther, request.Number));
                break;
            case Call.WriteDraft:
                yield return Drafts < MostDrafts ? (this with { Drafts = Drafts + 1 }, new(Reply.Done, Drafts)) : (this, new(Reply.Refused));
                break;
            // Not found where it was: that tells nothing.
            case Call.Send:
                yield return IsSent(request.Number)
                    ? (this, new(Reply.Unknown))
                    : (this with { Sent = Sent | (1 << request.Number), Effects = Effects + 1 }, new(Reply.Done));
                break;
            default:
                throw NotAsked(request);
        }
    }

    public override bool Changes(Call call) => call is Call.WriteDraft or Call.Send;

    public override string? WrongWith(Row row) => row.State == StepState.Done && Effects != 1 ? "done, and no message has left" : null;

    private bool IsSent(int draft) => (Sent & (1 << draft)) != 0;
}
