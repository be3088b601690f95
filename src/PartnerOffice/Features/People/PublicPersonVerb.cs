using System.CommandLine;
using PartnerOffice.CommandLine;
using PartnerOffice.Core;

namespace PartnerOffice.Features.People;

/// <summary><c>people public NAME --function TEXT</c>: somebody with a public office, whom the partner reads by name (R4).</summary>
internal sealed class PublicPersonVerb : EditingVerb
{
    private readonly Argument<string> name = new("NAME") { Description = "Vor- und Nachname" };
    private readonly Option<string?> district = PeopleOptions.District();
    private readonly Option<string?> function = new("--function") { Description = "Das öffentliche Amt", HelpName = "TEXT" };
    private readonly Option<bool> remove = new("--remove") { Description = "Das Amt ist zu Ende; von der Liste nehmen" };

    protected override Command DescribeChange() => new("public", "Wer ein öffentliches Amt hat und beim Partner mit Namen stehen darf") { name, district, function, remove };

    protected override Task<PeopleRequest> ReadAsync(VerbContext context, CancellationToken cancellationToken)
    {
        PeopleChange change = context.Get(remove)
            ? new PeopleChange.PublicPersonRemoved(context.Get(name)!)
            : new PeopleChange.PublicPersonAdded(context.Get(name)!, context.Get(function) ?? throw PeopleOptions.Missing(function.Name));
        return Task.FromResult(new PeopleRequest(PeopleOptions.DistrictOf(context, district).Id, [change]));
    }
}
