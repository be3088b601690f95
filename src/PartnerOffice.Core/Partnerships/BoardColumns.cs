namespace PartnerOffice.Core;

/// <summary>The two columns of a board's library: people say in one how far minutes are, the service answers in the other (R14).</summary>
/// <remarks>Their internal names are what people read, so a person who makes them in the browser makes them right.</remarks>
public static class BoardColumns
{
    /// <summary>What people set: one of <see cref="States"/>.</summary>
    public const string State = "Stand";

    /// <summary>Where the service answers in one sentence.</summary>
    public const string Hint = "Hinweis";

    /// <summary>Still being written; also what an empty column means.</summary>
    public const string Draft = "Entwurf";

    /// <summary>Done, to be checked and looked at by a second person.</summary>
    public const string Review = "Zur Prüfung";

    /// <summary>Released by a second person.</summary>
    public const string Released = "Freigegeben";

    /// <summary>To be taken back at once (R16).</summary>
    public const string Withdrawn = "Sofort zurückziehen";

    /// <summary>Every value of <see cref="State"/>, in the order of a life.</summary>
    public static IReadOnlyList<string> States { get; } = [Draft, Review, Released, Withdrawn];
}
