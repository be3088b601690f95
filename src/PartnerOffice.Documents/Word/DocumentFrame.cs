using PartnerOffice.Core;

namespace PartnerOffice.Documents.Word;

/// <summary>What a document shows beside the minutes themselves: names and lines that come from the partnership, not from the meeting.</summary>
/// <param name="DistrictName">The district as it signs, for example "Die Linke. Kreisverband Steinfurt".</param>
/// <param name="Use">The permitted use, a line on every page (R18).</param>
/// <param name="Standing">How far the minutes have come, in a sentence, on every page.</param>
public sealed record DocumentFrame(string DistrictName, string Use, string Standing)
{
    /// <summary>The names of the districts that sat, by id.</summary>
    public IReadOnlyDictionary<string, string> Districts { get; init; } = new Dictionary<string, string>();

    internal const string DistrictNameTag = "po:frame.district";
    internal const string UseTag = "po:frame.use";
    internal const string StandingTag = "po:frame.standing";
    internal const string NoteTag = "po:frame.note";

    /// <summary>The line for minutes that stay in the board.</summary>
    public const string BoardUse = "Vertraulich. Nur für den Kreisvorstand.";

    /// <summary>The same for a meeting of two boards.</summary>
    public const string TwoBoardsUse = "Vertraulich. Nur für die beiden Kreisvorstände.";

    /// <summary>The line for what all members may read.</summary>
    public const string MembersUse = "Nur für die Mitglieder des Kreisverbands. Veröffentlichung nur mit Zustimmung des Kreisvorstands.";

    /// <summary>The frame of the board's own document.</summary>
    public static DocumentFrame Of(Minutes minutes, string? districtName = null)
    {
        ArgumentNullException.ThrowIfNull(minutes);
        return new DocumentFrame(districtName ?? $"Kreisverband {minutes.District}", TemplateForm.For(minutes.Kind).Use, StandingOf(minutes.Approval.State, minutes.IsJoint));
    }

    /// <summary>The frame of the board's own document, with the names of all districts that sat.</summary>
    public static DocumentFrame Of(Minutes minutes, Partnership partnership)
    {
        ArgumentNullException.ThrowIfNull(minutes);
        ArgumentNullException.ThrowIfNull(partnership);

        var districts = minutes.Boards.Select(board => board.District).Prepend(minutes.District).Distinct().Select(partnership.Find).OfType<District>().ToList();
        return Of(minutes, districts.Count == 0 ? null : string.Join(" und ", districts.Select(district => district.Name))) with
        {
            Districts = districts.ToDictionary(district => district.Id.ToString(), district => district.Name),
        };
    }

    /// <summary>A state with its explanation, as people read it (R15).</summary>
    /// <param name="isJoint">Whether two boards released and approved it (R22).</param>
    public static string StandingOf(ApprovalState state, bool isJoint = false) => state switch
    {
        ApprovalState.Draft => "Entwurf",
        ApprovalState.Released => isJoint ? "freigegeben – von beiden Vorständen geprüft" : "freigegeben – von der Sitzungsleitung geprüft",
        ApprovalState.Approved => isJoint ? "genehmigt – von beiden Vorständen beschlossen" : "genehmigt – vom Vorstand beschlossen",
        ApprovalState.Withdrawn => "zurückgezogen",
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
