using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using PartnerOffice.Api;
using PartnerOffice.CommandLine;
using PartnerOffice.Core;
using PartnerOffice.Deliveries;
using PartnerOffice.Retreats;

namespace PartnerOffice.Features.Retreats;

/// <summary>What the retreat verbs ask in the same way: which retreat, who acts, which days.</summary>
internal static class RetreatOptions
{
    /// <summary>Which retreat.</summary>
    public static Argument<string> Id() => new("ID") { Description = "Kennung der Klausur, wie retreat list sie nennt" };

    /// <summary>Which poll.</summary>
    public static Argument<string> Poll() => new("UMFRAGE") { Description = "Kennung der Umfrage, wie retreat list sie nennt" };

    /// <summary>Who acts.</summary>
    public static Option<string> As() => new("--as") { Description = "Wer es sagt: Name oder Kennung der Koordination", HelpName = "NAME", Required = true };

    /// <summary>Whose office looks.</summary>
    public static Option<string?> District() => new("--district") { Description = "Kennung des eigenen Kreisverbands; sonst der erste der Partnerschaft", HelpName = "KENNUNG" };

    /// <summary>Whose yearly retreat.</summary>
    public static Option<int?> Year() => new("--year") { Description = "Für welches Jahr; sonst das nächste offene", HelpName = "JJJJ" };

    /// <summary>One day.</summary>
    public static Option<DateOnly?> Day(string name, string description, bool isRequired = false) =>
        new(name) { Description = description, HelpName = "JJJJ-MM-TT", Required = isRequired, CustomParser = ReadDay };

    /// <summary>Any number of days.</summary>
    public static Option<DateOnly[]> Days(string name, string description) =>
        new(name) { Description = description, HelpName = "JJJJ-MM-TT", AllowMultipleArgumentsPerToken = true, CustomParser = ReadDays };

    /// <summary>The person and the own district.</summary>
    /// <exception cref="VerbException">Nobody is called so.</exception>
    public static (District District, Person Person) Acting(Partnership partnership, string name)
    {
        var person = ActingPerson.Of(partnership, name);
        return (partnership.Districts.First(district => district.Find(person.Id) is not null), person);
    }

    /// <summary>The named district, or the first.</summary>
    /// <exception cref="VerbException">It is none of this partnership.</exception>
    public static District DistrictOf(Partnership partnership, string? id) =>
        id is null ? partnership.Districts[0] : partnership.Find(id) ?? throw VerbException.NoDistrict(id, partnership);

    /// <summary>What the verbs work with.</summary>
    public static RetreatDesk DeskOf(DeliveryOffice office, Partnership partnership) => new(office.Ledger, partnership, TimeProvider.System, ApiSettings.Load().PublicAddress);

    /// <summary>The same for polls.</summary>
    public static PollDesk PollsOf(DeliveryOffice office, Partnership partnership) => new(office.Ledger, partnership, TimeProvider.System, ApiSettings.Load().PublicAddress);

    /// <summary>The same for the search.</summary>
    public static SuggestRetreat SuggestingOf(DeliveryOffice office, Partnership partnership) => new(office.Ledger, office.OpenTenant, partnership, TimeProvider.System);

    /// <summary>The retreat of this id.</summary>
    /// <exception cref="RetreatException">It is no id.</exception>
    public static RetreatId Parse(string id) => RetreatId.TryParse(id, out var retreat) ? retreat : throw RetreatRefusals.Unknown(id);

    private static DateOnly? ReadDay(ArgumentResult result) => ReadDays(result) is [var day] ? day : null;

    private static DateOnly[] ReadDays(ArgumentResult result)
    {
        var days = new List<DateOnly>();
        foreach (var token in result.Tokens)
        {
            if (DateOnly.TryParseExact(token.Value, ["yyyy-MM-dd", "dd.MM.yyyy", "d.M.yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
                days.Add(day);
            else
                result.AddError($"{result.Argument.Name}: ein Datum wie 2027-04-10");
        }

        return [.. days];
    }
}
