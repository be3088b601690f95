using System.Text;

namespace PartnerOffice.Documents.Edition;

/// <summary>The verifier's own lists, which travel inside the library.</summary>
internal static class Resources
{
    public static string Text(string name)
    {
        using var stream = typeof(Resources).Assembly.GetManifestResourceStream("Verification/" + name)
            ?? throw new InvalidOperationException($"The library was built without {name}.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
