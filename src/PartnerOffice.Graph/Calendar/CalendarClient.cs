using System.Globalization;
using Microsoft.Kiota.Abstractions;
using Model = Microsoft.Graph.Models;

namespace PartnerOffice.Graph;

/// <summary>A mailbox's calendar: events that are made once, found again by their key, changed only where we mean it, and cancelled with a word.</summary>
/// <remarks>
/// Whatever changes an event with attendees sends mail to them, so everything here is tried once.
/// Every method throws <see cref="GraphException"/>; named below are those that a caller can act on.
/// </remarks>
public sealed class CalendarClient
{
    /// <summary>More attendees are refused.</summary>
    public const int MostAttendees = 500;

    private readonly GraphSession _session;

    internal CalendarClient(GraphSession session) => _session = session;

    /// <summary>Makes the event and invites its attendees. The same transaction id again makes no second one: when the outcome is unknown, ask again.</summary>
    /// <exception cref="DuplicateTransactionException">It was made before: look for it by its key.</exception>
    public Task<CalendarEvent> CreateAsync(CalendarPlace place, NewEvent made, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(place);
        ArgumentNullException.ThrowIfNull(made);
        ArgumentException.ThrowIfNullOrWhiteSpace(made.Key);
        ArgumentException.ThrowIfNullOrWhiteSpace(made.TransactionId);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(made.Attendees.Count, MostAttendees);
        if (made.End <= made.Start) throw new ArgumentException("An event ends after it begins.", nameof(made));

        var call = Changing(place);
        return call.AskAsync(async () => await Events(place).PostAsync(EventModels.Of(made, place.Zone), request => Prepare(request, call, place), cancellationToken) is { } created
            ? EventModels.From(created, place.Zone)
            : null);
    }

    /// <summary>The event with this id; null when Graph does not see it.</summary>
    public Task<CalendarEvent?> FindAsync(CalendarPlace place, CalendarEventId id, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(place);
        var call = Reading(place);
        return GraphSession.OrNull(call.AskAsync(async () => await Events(place)[id.Value].GetAsync(
            request =>
            {
                Prepare(request, call, place);
                (request.QueryParameters.Select, request.QueryParameters.Expand) = (EventModels.Select, [EventModels.WithMarks]);
            },
            cancellationToken) is { } found ? EventModels.From(found, place.Zone) : null));
    }

    /// <summary>Every event that was made with this key.</summary>
    public Task<IReadOnlyList<CalendarEvent>> FindByKeyAsync(CalendarPlace place, string key, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(place);
        var call = Reading(place);
        return AllAsync(call, place, Events(place).ToGetRequestInformation(request =>
        {
            Prepare(request, call, place);
            (request.QueryParameters.Filter, request.QueryParameters.Select, request.QueryParameters.Expand) = (EventModels.HasKey(key), EventModels.Select, [EventModels.WithMarks]);
        }), cancellationToken);
    }

    /// <summary>Changes what is named and nothing else; attendees hear of it.</summary>
    /// <exception cref="NotFoundException">Somebody took the event away.</exception>
    /// <exception cref="InvalidRequestException">A day of a series cannot go there: past its neighbour.</exception>
    public Task<CalendarEvent> UpdateAsync(CalendarPlace place, CalendarEventId id, EventChange change, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(place);
        ArgumentNullException.ThrowIfNull(change);
        ArgumentException.ThrowIfNullOrWhiteSpace(change.Mark);
        if (change.Start is null != change.End is null) throw new ArgumentException("Start and end go together.", nameof(change));

        var call = Changing(place);
        return call.AskAsync(async () => await Events(place)[id.Value].PatchAsync(EventModels.Of(change, place.Zone), request => Prepare(request, call, place), cancellationToken) is { } changed
            ? EventModels.From(changed, place.Zone)
            : null);
    }

    /// <summary>Cancels the meeting as its organizer: everybody invited is told, and the event goes to Deleted Items.</summary>
    /// <param name="comment">What they read about it.</param>
    /// <exception cref="NotFoundException">Perhaps cancelled already: the outcome is unknown.</exception>
    public Task CancelAsync(CalendarPlace place, CalendarEventId id, string comment, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(place);
        var call = new GraphCall(_session.MailScope(place.Mailbox)) { AbsenceIsUnknown = true };
        return call.TellAsync(() => Events(place)[id.Value].Cancel.PostAsync(
            new Microsoft.Graph.Users.Item.Events.Item.Cancel.CancelPostRequestBody { Comment = comment }, request => Prepare(request, call, place), cancellationToken));
    }

    /// <summary>The days of a series in a window, changed ones included.</summary>
    public Task<IReadOnlyList<CalendarEvent>> InstancesAsync(CalendarPlace place, CalendarEventId series, DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(place);
        var call = Reading(place);
        return AllAsync(call, place, Events(place)[series.Value].Instances.ToGetRequestInformation(request =>
        {
            Prepare(request, call, place);
            (request.QueryParameters.StartDateTime, request.QueryParameters.EndDateTime) = (Utc(from), Utc(until));
        }), cancellationToken);
    }

    /// <summary>Everything in a window of the calendar, each day of a series by itself.</summary>
    public Task<IReadOnlyList<CalendarEvent>> ViewAsync(CalendarPlace place, DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(place);
        var call = Reading(place);
        return AllAsync(call, place, _session.Sdk.Users[place.Mailbox.Value].CalendarView.ToGetRequestInformation(request =>
        {
            Prepare(request, call, place);
            (request.QueryParameters.StartDateTime, request.QueryParameters.EndDateTime) = (Utc(from), Utc(until));
        }), cancellationToken);
    }

    /// <summary>What changed in a window since the last look; everything in it at the first.</summary>
    /// <param name="since">The <see cref="CalendarDelta.Next"/> of the last look, which knows its window; null begins anew.</param>
    /// <exception cref="ResyncRequiredException">The last look lies too far back: begin anew, and compare.</exception>
    public async Task<CalendarDelta> DeltaAsync(CalendarPlace place, DateTimeOffset from, DateTimeOffset until, Uri? since, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(place);
        var call = Reading(place);
        var builder = _session.Sdk.Users[place.Mailbox.Value].CalendarView.Delta;
        // An event may come several times; the last one counts.
        var changes = new OrderedDictionary<CalendarEventId, EventNews>();
        var at = since is null ? builder : builder.WithUrl(_session.Own(call, since.AbsoluteUri).AbsoluteUri);
        for (var isFirst = since is null; ; isFirst = false)
        {
            var (asks, isWindow) = (at, isFirst);
            var page = await call.AskAsync(() => asks.GetAsDeltaGetResponseAsync(request =>
            {
                Prepare(request, call, place);
                if (isWindow) (request.QueryParameters.StartDateTime, request.QueryParameters.EndDateTime) = (Utc(from), Utc(until));
            }, cancellationToken));
            foreach (var news in await call.AskAsync(() => Task.FromResult<List<EventNews>?>((page.Value ?? []).ConvertAll(one => EventModels.NewsOf(one, place.Zone)))))
            {
                changes.Remove(news.Id);
                changes.Add(news.Id, news);
            }

            if (page.OdataDeltaLink is { } next) return new CalendarDelta([.. changes.Values], _session.Own(call, next));
            at = builder.WithUrl(_session.Own(call, page.OdataNextLink).AbsoluteUri);
        }
    }

    /// <summary>When people of this tenant have time. Whom Graph does not know comes back with its word for that.</summary>
    /// <param name="addresses">At most 20: more are refused.</param>
    /// <param name="interval">5 to 1,440 minutes.</param>
    public async Task<IReadOnlyList<Schedule>> SchedulesAsync(
        CalendarPlace place, IReadOnlyList<EmailAddress> addresses, DateTime from, DateTime until, TimeSpan interval, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(place);
        ArgumentNullException.ThrowIfNull(addresses);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(addresses.Count, 20);
        var call = Reading(place);
        var answer = await call.AskAsync(() => _session.Sdk.Users[place.Mailbox.Value].Calendar.GetSchedule.PostAsGetSchedulePostResponseAsync(
            new()
            {
                Schedules = [.. addresses.Select(address => address.Value)],
                StartTime = EventModels.Time(from, place.Zone),
                EndTime = EventModels.Time(until, place.Zone),
                AvailabilityViewInterval = (int)interval.TotalMinutes,
            },
            request => Prepare(request, call, place), cancellationToken));
        return await call.AskAsync(() => Task.FromResult<List<Schedule>?>((answer.Value ?? []).ConvertAll(EventModels.From)));
    }

    private async Task<IReadOnlyList<CalendarEvent>> AllAsync(GraphCall call, CalendarPlace place, RequestInformation request, CancellationToken cancellationToken)
    {
        var events = new List<CalendarEvent>();
        while (true)
        {
            var page = await call.AskAsync(() => _session.Sdk.RequestAdapter.SendAsync(
                request, Model.EventCollectionResponse.CreateFromDiscriminatorValue, cancellationToken: cancellationToken));
            events.AddRange(await call.AskAsync(() => Task.FromResult<List<CalendarEvent>?>((page.Value ?? []).ConvertAll(one => EventModels.From(one, place.Zone)))));
            if (page.OdataNextLink is null) return events;

            request = new RequestInformation { HttpMethod = Method.GET, URI = _session.Own(call, page.OdataNextLink) };
            request.AddRequestOptions([call]);
            AddPreferences(request.Headers, place);
        }
    }

    private Microsoft.Graph.Users.Item.Events.EventsRequestBuilder Events(CalendarPlace place) => _session.Sdk.Users[place.Mailbox.Value].Events;

    private GraphCall Reading(CalendarPlace place) => new(_session.MailScope(place.Mailbox)) { ChangesNothing = true };

    private GraphCall Changing(CalendarPlace place) => new(_session.MailScope(place.Mailbox));

    private static void Prepare<T>(RequestConfiguration<T> request, GraphCall call, CalendarPlace place) where T : class, new()
    {
        request.BelongsTo(call);
        AddPreferences(request.Headers, place);
    }

    // An id of the ordinary kind changes when the event is moved; a time without a wish comes in UTC.
    private static void AddPreferences(RequestHeaders headers, CalendarPlace place)
    {
        headers.Add("Prefer", "IdType=\"ImmutableId\"");
        headers.Add("Prefer", $"outlook.timezone=\"{EventModels.NameOf(place.Zone)}\"");
    }

    private static string Utc(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
