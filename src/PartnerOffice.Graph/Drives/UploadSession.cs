namespace PartnerOffice.Graph;

/// <summary>An upload under way, which can be taken up again after a crash.</summary>
/// <param name="Url">A secret: whoever has it can write the file without signing in.</param>
/// <param name="Size">Of the whole file in bytes, fixed when the session was opened.</param>
/// <param name="Expires">Each fragment puts it off.</param>
public sealed record UploadSession(Uri Url, long Size, DateTimeOffset? Expires)
{
    // The address is the permission: it must not get into a log by printing the record.
    public override string ToString() => $"UploadSession {{ Size = {Size}, Expires = {Expires:O} }}";
}
