namespace PartnerOffice.Sandbox;

/// <summary>One step of a commit, safe to repeat.</summary>
/// <param name="Staged">For <see cref="Put"/>: the file that goes there.</param>
/// <param name="To">For <see cref="Move"/>: where to.</param>
/// <param name="Text">For <see cref="Put"/>: what is written there, where no file was laid down beside.</param>
internal sealed record CommitEntry(string Do, string Path, string? Staged = null, string? To = null, string? Text = null)
{
    public const string Put = "put";
    public const string Move = "move";
    public const string Delete = "delete";
    public const string MakeFolder = "folder";
}
