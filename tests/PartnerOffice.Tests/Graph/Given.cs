using PartnerOffice.Graph;

namespace PartnerOffice.Tests.Graph;

/// <summary>The ids and answers that the tests of this room agree on.</summary>
internal static class Given
{
    public static readonly DriveId Drive = DriveId.Parse("b!library");
    public static readonly ItemId Item = ItemId.Parse("01ITEM");
    public static readonly SiteId Site = SiteId.Parse("steinfurt.example,11111111-0000-4000-8000-00000000000a,11111111-0000-4000-8000-00000000000b");
    public static readonly ListId List = ListId.Parse("33333333-0000-4000-8000-000000000003");
    public static readonly MailboxId Mailbox = MailboxId.Parse("protokolle@kv-steinfurt.example");
    public static readonly MessageId Message = MessageId.Parse("AAkALgAAAAAAHYQD=");
    public static readonly DrivePath Path = DrivePath.Parse("Protokolle/2026/2026-07-14 Protokoll #7 100%.docx");
    public const string Key = "0d9f0c1e-2222-4222-8222-0123456789ab";

    public static readonly CalendarEventId EventId = CalendarEventId.Parse("AAkEVENT=");

    public const string FileJson = """
        {"id":"01ITEM","name":"2026-07-14 Protokoll.docx","eTag":"\"{E},2\"","cTag":"\"c:{E},1\"","size":5,
         "lastModifiedDateTime":"2026-07-15T08:00:00Z","webUrl":"https://steinfurt.example/Protokolle/1.docx",
         "createdBy":{"application":{"id":"22222222-0000-4000-8000-000000000002","displayName":"PartnerOffice"}},
         "lastModifiedBy":{"user":{"displayName":"Erika Beispiel"}},
         "file":{"hashes":{"quickXorHash":"aCgDG9jwBgAAAAAABQAAAAAAAAA="}},"listItem":{"id":"7"}}
        """;

    public static MailDraft Draft => new()
    {
        Subject = "Protokoll vom 14.07.2026",
        BodyText = "Das Protokoll liegt in Ihrer Bibliothek.",
        To = [EmailAddress.Parse("koordination@kv-warendorf.example")],
        Key = Key,
    };

    public static NewEvent Event => new()
    {
        Key = "key-1",
        TransactionId = "t-1",
        Subject = "Sitzung KV-ST 2026/11",
        BodyText = "Tagesordnung folgt.",
        Start = new(2026, 10, 24, 20, 0, 0),
        End = new(2026, 10, 25, 4, 0, 0),
        Place = "Geschäftsstelle",
        Attendees = [new(EmailAddress.Parse("anna.beispiel@steinfurt.onmicrosoft.example"), "Anna Beispiel"), new(EmailAddress.Parse("jana.kopie@mse.onmicrosoft.example"), null, IsRequired: false)],
        HidesAttendees = true,
    };
}
