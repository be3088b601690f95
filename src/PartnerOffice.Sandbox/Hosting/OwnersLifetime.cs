using Microsoft.Extensions.Hosting;

namespace PartnerOffice.Sandbox;

/// <summary>The sandbox ends when its owner disposes of it. It must not catch the signals that are meant for the owner.</summary>
internal sealed class OwnersLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
