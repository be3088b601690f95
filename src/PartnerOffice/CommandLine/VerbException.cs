using PartnerOffice.Core;

namespace PartnerOffice.CommandLine;

/// <summary>A verb that cannot run as it was called; exit code 2.</summary>
internal sealed class VerbException(string code, string place, Bilingual problem, Bilingual remedy) : RefusalException(code, place, problem, remedy)
{
    public static VerbException NoFile(string path) => new(
        "no-such-file",
        path,
        new Bilingual("Diese Datei gibt es nicht.", "There is no such file."),
        new Bilingual("Pfad prüfen.", "Check the path."));

    /// <param name="id">What stands behind <c>--district</c>, or in the minutes.</param>
    public static VerbException NoDistrict(string id, Partnership partnership)
    {
        var ids = string.Join(", ", partnership.Districts.Select(district => district.Id));
        return new(
            "no-such-district",
            "--district",
            new Bilingual($"»{id}« gehört nicht zu dieser Partnerschaft.", $"\"{id}\" does not belong to this partnership."),
            new Bilingual($"Eine dieser Kennungen nennen: {ids}.", $"Name one of these ids: {ids}."));
    }

    public static VerbException Exists(string path) => new(
        "file-exists",
        path,
        new Bilingual("Diese Datei gibt es schon; sie wird nicht überschrieben.", "This file exists already; it is not overwritten."),
        new Bilingual("Mit --out einen anderen Namen nennen oder --force angeben.", "Name another with --out, or give --force."));
}
