using System.Text.Json;

namespace PartnerOffice.Graph;

/// <summary>Who changed something, as Graph says it: an application by itself, a person, or a person through an application.</summary>
/// <param name="Application">The application's client id; null where Graph names none.</param>
/// <param name="User">The person's object id; null where Graph names no person.</param>
/// <param name="Name">The person's sign-in name or address; null where Graph does not say it.</param>
public sealed record Editor(Guid? Application, Guid? User, string? Name)
{
    /// <summary>Graph does not say who.</summary>
    public static Editor Unknown { get; } = new(null, null, null);

    /// <summary>Whether a person did it, whichever application they used.</summary>
    public bool IsPerson => User is not null || Name is not null;

    internal static Editor Read(JsonElement changed) => changed.TryGetProperty("lastModifiedBy", out var by) && by.ValueKind == JsonValueKind.Object
        ? new(IdOf(by, "application"), IdOf(by, "user"), Text(by, "user", "email") ?? Text(by, "user", "userPrincipalName"))
        : Unknown;

    private static Guid? IdOf(JsonElement by, string who) => Guid.TryParse(Text(by, who, "id"), out var id) ? id : null;

    private static string? Text(JsonElement by, string who, string name) =>
        by.TryGetProperty(who, out var one) && one.ValueKind == JsonValueKind.Object && one.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text ? text : null;
}
