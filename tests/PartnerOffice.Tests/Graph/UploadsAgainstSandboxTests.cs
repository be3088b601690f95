using PartnerOffice.Graph;
using PartnerOffice.Sandbox;
using PartnerOffice.Tests.Sandbox;
using Xunit;

namespace PartnerOffice.Tests.Graph;

/// <summary>Files of every size over the wire, whole after whatever broke.</summary>
public sealed class UploadsAgainstSandboxTests
{
    private const int MiB = 1024 * 1024;

    private static readonly DriveId Drive = DriveId.Parse(TwoTenants.DriveId);
    private static readonly DrivePath Path = DrivePath.Parse("gross.bin");

    private static CancellationToken Now => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(10 * MiB)]
    [InlineData((10 * MiB) + 1)]
    [InlineData(60 * MiB)]
    public async Task A_file_arrives_as_it_was(int size)
    {
        await using var tenants = await TwoTenants.StartAsync();
        using var graph = Connect(tenants);
        var content = Content(size);

        var made = await graph.Drives.CreateAsync(Drive, Path, content, Guid.NewGuid().ToString(), Now);

        Assert.Equal((size, size == 0 ? made.QuickXorHash : PartnerOffice.Graph.QuickXorHash.Of(content)), (made.Size, made.QuickXorHash));
        Assert.True((await graph.Drives.DownloadAsync(Drive, made.Id, Now)).Bytes.Span.SequenceEqual(content));
    }

    [Theory]
    [InlineData(1, FaultKind.Reset, false)]
    [InlineData(1, FaultKind.Reset, true)]
    [InlineData(2, FaultKind.Status, true)]
    [InlineData(3, FaultKind.Reset, true)]
    [InlineData(3, FaultKind.TruncatedBody, false)]
    public async Task An_upload_that_breaks_goes_on_where_the_server_stands(int fragment, FaultKind how, bool afterCommit)
    {
        await using var tenants = await TwoTenants.StartAsync();
        using var graph = Connect(tenants);
        var content = Content(16 * MiB);
        tenants.Server.Faults.Add(new FaultRule("PUT /_upload/**", how) { FromCall = fragment, Times = 1, AfterCommit = afterCommit });

        var made = await graph.Drives.CreateAsync(Drive, Path, content, Guid.NewGuid().ToString(), Now);

        Assert.Equal(1, tenants.Server.Faults.Rules[0].Struck);
        Assert.Equal(PartnerOffice.Graph.QuickXorHash.Of(content), made.QuickXorHash);
        Assert.Single(tenants.Server.Describe().Split('\n'), line => line.Contains("gross", StringComparison.Ordinal));
    }

    private static GraphConnection Connect(TwoTenants tenants) => GraphConnection.Open(
        new(tenants.Server.GraphUri, tenants.Server.BaseUri, Sandbox: true, tenants.Server.Certificate), new GraphIdentity(TwoTenants.North, TwoTenants.App, TwoTenants.AppCertificate));

    private static byte[] Content(int size)
    {
        var content = new byte[size];
        new Random(size).NextBytes(content);
        return content;
    }
}
