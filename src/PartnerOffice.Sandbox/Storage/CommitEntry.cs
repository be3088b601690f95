namespace PartnerOffice.Sandbox;

/// <summary>One step of a commit, safe to repeat.</summary>
internal sealed record CommitEntry(string Do, string Path, string? Staged = null, string? To = null)
{
    public const string Put = "put";
    public const string Move = "move";
    public const string Delete = "delete";
    public const string MakeFolder = "folder";
}
