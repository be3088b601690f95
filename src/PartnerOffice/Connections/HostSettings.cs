using Microsoft.Extensions.Configuration;

namespace PartnerOffice.Connections;

/// <summary>What the machine says: <c>appsettings.json</c> beside the program, then environment variables <c>PartnerOffice__…</c>.</summary>
public static class HostSettings
{
    /// <summary>One section; its defaults where nothing is said.</summary>
    public static T Section<T>(string name)
        where T : new() => new ConfigurationBuilder()
            .AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"), optional: true)
            .AddEnvironmentVariables("PartnerOffice__")
            .Build()
            .GetSection(name)
            .Get<T>() ?? new T();
}
