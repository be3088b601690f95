namespace PartnerOffice.Tests.Host.Deliveries.Model;

/// <summary>A request to Graph, with the one number that matters: a tag, the id of a draft or a session.</summary>
internal readonly record struct Request(Call Call, int Number = 0);
