using Microsoft.AspNetCore.Http;

namespace PartnerOffice.Sandbox;

/// <summary>A request that was read to its end, before anybody asked who sent it and what it addresses.</summary>
internal sealed record GraphCallParts(string Method, string RawPath, string RawQuery, IHeaderDictionary Headers, byte[] Body, Uri BaseUri)
{
    private static readonly Route Nowhere = new("", "/", 1, [], _ => GraphAnswer.NoContent());

    public ODataQuery NoQuery { get; } = ODataQuery.Parse([], []);

    /// <summary>The call of somebody whose right lies in the address, such as an upload URL.</summary>
    public GraphCall As(Caller caller) => new(Method, Nowhere, new Dictionary<string, string>(), NoQuery, Headers, Body, caller, BaseUri, RawPath);
}
