using System.Net;
using System.Xml;

namespace PartnerOffice.Features.SettingUp;

/// <summary>The manifest's schemas inside the program; nothing is ever asked of a network.</summary>
internal sealed class EmbeddedSchemas : XmlResolver
{
    private const string Prefix = "addin-manifest.schemas.";
    private static readonly Uri Root = new("schema://partneroffice/");

    public override ICredentials Credentials
    {
        set { }
    }

    public static Uri UriOf(string file) => new(Root, file);

    public static Stream Open(string file) =>
        typeof(EmbeddedSchemas).Assembly.GetManifestResourceStream(Prefix + file) ?? throw new FileNotFoundException($"There is no schema {file}.", file);

    public override Uri ResolveUri(Uri? baseUri, string? relativeUri) => UriOf(Path.GetFileName(relativeUri!));

    public override object GetEntity(Uri absoluteUri, string? role, Type? ofObjectToReturn) => Open(absoluteUri.Segments[^1]);
}
