namespace PartnerOffice.Sandbox;

/// <summary>Who asks: an app by itself, or an app for a person who signed in.</summary>
internal sealed record Caller(Tenant Tenant, string AppId, string AppName, IReadOnlySet<string> Roles, IReadOnlySet<string> Scopes, string? UserId, string? UserName, string? UserAddress = null)
{
    public bool IsAppOnly => UserId is null;

    public Actor Actor => new(AppId, AppName, UserId, UserName);

    /// <summary>The application permissions of an app, or what the person let the app do.</summary>
    public IReadOnlySet<string> Permissions => IsAppOnly ? Roles : Scopes;
}
