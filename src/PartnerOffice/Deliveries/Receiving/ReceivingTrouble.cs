using System.Text.Json.Serialization;

namespace PartnerOffice.Deliveries;

/// <summary>What keeps the receiving side from taking note; a person is told.</summary>
[JsonConverter(typeof(Words<ReceivingTrouble>))]
public enum ReceivingTrouble
{
    /// <summary>Nobody is there at present; the reminder goes to the deputy.</summary>
    Absent,

    /// <summary>The message came back: the mailbox is full (x.2.2).</summary>
    MailboxFull,

    /// <summary>The message came back for another reason (5.x.x).</summary>
    Undeliverable,

    /// <summary>The receiving side says that it cannot open the file.</summary>
    CannotOpen,
}
