using System.CommandLine;
using PartnerOffice.CommandLine;
using PartnerOffice.Core;
using PartnerOffice.Deliveries;
using PartnerOffice.Documents.Gate;
using PartnerOffice.Documents.Lists;

namespace PartnerOffice.Features.People;

/// <summary><c>people import FILE</c>: a list as the board keeps it, .xlsx or .csv; what it would change, and what was not understood.</summary>
internal sealed class PeopleImportVerb : EditingVerb
{
    private readonly Argument<FileInfo> file = new("LISTE") { Description = "Liste mit Überschriften wie Name, Funktion, von, bis, Mail, Stimmrecht" };
    private readonly Option<string?> district = PeopleOptions.District();

    protected override Command DescribeChange() => new("import", "Übernimmt Personen und Amtszeiten aus einer Liste, nach einer Vorschau") { file, district };

    protected override async Task<PeopleRequest> ReadAsync(VerbContext context, CancellationToken cancellationToken)
    {
        var (source, own) = (context.Get(file)!, PeopleOptions.DistrictOf(context, district));
        if (!source.Exists)
            throw VerbException.NoFile(source.FullName);

        try
        {
            var rows = ListFile.Read(await File.ReadAllBytesAsync(source.FullName, cancellationToken));
            var read = PeopleList.Read(rows, context.Partnership.Partnership, own.Id, TimeProvider.System.Today(own.TimeZone));
            return new(own.Id, read.Changes) { Notes = read.Notes };
        }
        catch (GateRefusal refusal)
        {
            throw new UnreadableFileException(refusal, source.Name);
        }
    }
}
