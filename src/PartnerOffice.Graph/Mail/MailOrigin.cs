namespace PartnerOffice.Graph;

/// <summary>Who wrote a message that came in, as its class and headers say (RFC 3834, RFC 3464).</summary>
public enum MailOrigin
{
    /// <summary>Somebody, as far as can be told.</summary>
    Person,

    /// <summary>A program in somebody's name: an out-of-office reply, a ticket system.</summary>
    Automatic,

    /// <summary>A mail server that tells what became of a message.</summary>
    Report,
}
