using System.Text.Json;

namespace PartnerOffice.Sandbox;

/// <summary>Changes to items, messages, events, uploads and the files behind them, which become true together.</summary>
internal sealed class Change(World world, CommitLog log)
{
    private readonly Commit _commit = log.Begin();
    private readonly List<Action> _inMemory = [];

    /// <summary>The files that change with the states.</summary>
    public Commit Files => _commit;

    public void Save(Drive drive, ItemState item)
    {
        item = item with { Turn = drive.TurnOf(item) };
        _commit.Put(drive.StatePath(item.Id), Json(item));
        _inMemory.Add(() => drive.Remember(item));
    }

    public void Save(Mailbox mailbox, MessageState message)
    {
        _commit.Put(mailbox.StatePath(message.Id), Json(message));
        _inMemory.Add(() => mailbox.Remember(message));
    }

    public void Save(MailboxCalendar calendar, EventState one)
    {
        _commit.Put(calendar.StatePath(one.Id), Json(one));
        _inMemory.Add(() => calendar.Remember(one));
    }

    public void Save(Tenant tenant, TenantState state)
    {
        _commit.Put(Path.Combine(tenant.Folder, ".state", "tenant.json"), Json(state));
        _inMemory.Add(() => tenant.Remember(state));
    }

    public void CountSentOutside(Tenant tenant, int messages)
    {
        var total = tenant.SentOutside + messages;
        _commit.Put(tenant.SentOutsidePath, Json(total));
        _inMemory.Add(() => tenant.SentOutside = total);
    }

    public void Save(UploadState upload)
    {
        _commit.Put(world.UploadStatePath(upload.Id), Json(upload));
        _inMemory.Add(() => world.Remember(upload));
    }

    public void Remove(UploadState upload)
    {
        _commit.Delete(world.UploadStatePath(upload.Id));
        _commit.Delete(world.PartOf(upload.Id));
        _inMemory.Add(() => world.ForgetUpload(upload.Id));
    }

    public void Complete()
    {
        log.Complete(_commit);
        foreach (var remember in _inMemory)
        {
            remember();
        }
    }

    private static string Json<T>(T state) => JsonSerializer.Serialize(state, StateJson.Indented);
}
