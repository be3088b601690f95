namespace PartnerOffice.Tests.Host.Deliveries.Model;

/// <summary>An answer, with the number that came with it: a tag, the id of a draft or a session, or the state that was saved.</summary>
internal readonly record struct Answer(Reply Reply, int Number = 0);
