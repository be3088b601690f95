using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using PartnerOffice.Api;
using PartnerOffice.Core;

namespace PartnerOffice.Features.Inviting;

/// <summary>The send check with what only the service knows: who sits on the boards that day. Nothing of the question is kept or logged.</summary>
internal static class SendCheckEndpoint
{
    public static void MapSendCheck(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/invitations").WithTags("Inviting");
        group.MapPost("/check", Check).WithName("CheckInvitation");
        group.MapGet("/proposal", InvitationProposal.OfAsync).WithName("ProposeInvitation");
    }

    private static SendCheckAnswer Check(SendCheckRequest request, Caller caller, ServedOffice served)
    {
        caller.RequireOffice();
        if (request.Salt.Length is < SaltedAddresses.ShortestSalt or > SaltedAddresses.LongestSalt || request.Attendees.Count > SaltedAddresses.MostAttendees)
            throw ApiException.BadRequest("attendees", new("Die Eingeladenen sind nicht lesbar.", "The invited people cannot be read."));

        var known = new SaltedAddresses(served.Partnership, caller.District, request.Salt);
        var sent = TimeZoneInfo.ConvertTime(served.Time.GetUtcNow(), caller.District.TimeZone).DateTime;
        var findings = SendCheck.Run(
            served.Partnership, caller.District,
            new SendQuestion(request.Kind, request.Date, request.Start, sent, request.Agenda, request.BoardItems),
            [.. request.Attendees.Select(known.Of)]);
        return new(findings.All(finding => finding.IsReminder), [.. findings.Select(finding => SendFindingJson.Of(finding, caller.Language))]);
    }
}
