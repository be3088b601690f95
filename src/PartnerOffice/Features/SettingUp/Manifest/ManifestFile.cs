using System.Xml.Linq;

namespace PartnerOffice.Features.SettingUp;

/// <summary>A manifest and where it is written.</summary>
internal sealed record ManifestFile(string Path, XDocument Manifest)
{
    /// <summary>As text, the same each time.</summary>
    public string Text { get; } = ManifestVerb.TextOf(Manifest);

    /// <summary>What is wrong with it.</summary>
    public IReadOnlyList<string> Problems => ManifestCheck.Run(Text);
}
