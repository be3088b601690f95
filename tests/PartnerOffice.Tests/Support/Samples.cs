using PartnerOffice.Core;

namespace PartnerOffice.Tests.Support;

/// <summary>The sample files that lie beside the tests.</summary>
internal static class Samples
{
    public static string MinutesText => Read("minutes.json");

    public static Minutes Minutes => MinutesJson.Parse(MinutesText);

    public static string Read(string name) => File.ReadAllText(PathOf(name));

    public static string PathOf(string name) => Path.Combine(AppContext.BaseDirectory, "Samples", name);
}
