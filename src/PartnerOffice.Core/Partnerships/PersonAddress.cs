namespace PartnerOffice.Core;

/// <summary>Where mail reaches a person.</summary>
/// <param name="IsPrivate">Somebody's own address: nothing that only the board may know goes there unasked (R13).</param>
public sealed record PersonAddress(MailAddress Mail, bool IsPrivate);
