using PartnerOffice.Core;

namespace PartnerOffice.Features.People;

/// <summary>A list that was read, as a preview: what would follow, or why it cannot be entered as a whole.</summary>
internal static class PeopleImport
{
    public static async Task<(PeoplePreview? Preview, RefusalException? Problem)> PreviewAsync(
        PeopleDesk desk, DistrictId district, PeopleListReading read, IReadOnlyList<FutureMeeting> meetings, CancellationToken cancellationToken)
    {
        if (read.Changes.Count == 0)
            return (null, null);

        try
        {
            return (await desk.PreviewAsync(district, read.Changes, meetings, cancellationToken), null);
        }
        catch (PeopleChangeException problem)
        {
            // Each line alone could be entered; together they leave a role to nobody.
            return (null, problem);
        }
    }
}
