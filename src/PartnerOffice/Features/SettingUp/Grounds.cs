using PartnerOffice.CommandLine;
using PartnerOffice.Connections;
using PartnerOffice.Documents.Tracker;

namespace PartnerOffice.Features.SettingUp;

/// <summary>Opens the Graph that the verb's partnership file names.</summary>
internal static class Grounds
{
    public static Task<GraphGround> OpenAsync(VerbContext context, CancellationToken cancellationToken) => GraphGround.OpenAsync(
        context.Partnership.Partnership,
        context.Partnership.File is { } file ? Path.GetDirectoryName(Path.GetFullPath(file))! : Environment.CurrentDirectory,
        context.Data.FullName, GraphSettings.Load(), TrackerTemplate.Delivered, TimeProvider.System, cancellationToken);
}
