namespace PartnerOffice.Sandbox;

/// <summary>An answer that is an error, as Graph words it.</summary>
internal sealed class GraphRefusal(int status, string code, string message, string? innerCode = null) : Exception(message)
{
    public int Status => status;

    public string Code => code;

    public string? InnerCode => innerCode;

    /// <summary>Headers that belong to the refusal, such as <c>Retry-After</c>.</summary>
    public Dictionary<string, string> Headers { get; } = new(StringComparer.OrdinalIgnoreCase);

    public static GraphRefusal BadRequest(string message, string? innerCode = null) => new(400, "invalidRequest", message, innerCode);

    public static GraphRefusal UnknownProperty(string property, string type) =>
        new(400, "invalidRequest", $"Could not find a property named '{property}' on type 'microsoft.graph.{type}'.");

    public static GraphRefusal AccessDenied(string message = "Access denied") => new(403, "accessDenied", message);

    public static GraphRefusal ItemNotFound() => new(404, "itemNotFound", "The resource could not be found.");

    public static GraphRefusal NameAlreadyExists() =>
        new(409, "nameAlreadyExists", "The specified item name already exists.", "nameAlreadyExists");

    public static GraphRefusal ResourceModified() =>
        new(412, "resourceModified", "ETag does not match current item's value", "resourceModified");

    public static GraphRefusal Locked(string by) =>
        new(423, "notAllowed", $"The resource you are attempting to access is locked. It is open with {by}.", "resourceLocked");

    public static GraphRefusal NotServed(string what) => new(501, "notImplemented", $"The sandbox does not serve {what}.");
}
