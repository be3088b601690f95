using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Logging;
using PartnerOffice.Core;
using PartnerOffice.Documents.Gate;
using PartnerOffice.Features.OwnBoard;
using PartnerOffice.Features.Sharing;
using PartnerOffice.Graph;

namespace PartnerOffice.Api;

/// <summary>Turns whatever stands in the way into problem details (RFC 9457) with a stable code, once, at the edge.</summary>
internal sealed partial class Problems(IProblemDetailsService details, ILogger<Problems> logger) : IExceptionHandler
{
    private static readonly HashSet<string> Forbidden = ["same-person", "not-entitled"];

    public async ValueTask<bool> TryHandleAsync(HttpContext context, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is OperationCanceledException && context.RequestAborted.IsCancellationRequested)
            return true;

        var language = Caller.LanguageOf(context.Request);
        var problem = Of(exception, language);
        if (problem.Status == StatusCodes.Status500InternalServerError)
            Unexpected(context.Request.Method, context.GetEndpoint()?.DisplayName ?? "", exception);
        context.Response.StatusCode = problem.Status!.Value;
        return await details.TryWriteAsync(new() { HttpContext = context, ProblemDetails = problem });
    }

    /// <summary>Gives the framework's own refusals a code and a sentence as well.</summary>
    public static void Complete(ProblemDetailsContext context)
    {
        var problem = context.ProblemDetails;
        if (problem.Extensions.ContainsKey("code"))
            return;

        var (code, place, text, remedy) = (problem.Status ?? context.HttpContext.Response.StatusCode) switch
        {
            StatusCodes.Status401Unauthorized => ("not-signed-in", "Anmeldung", new Bilingual("Dazu gehört eine Anmeldung.", "This takes a sign-in."), new Bilingual("Neu anmelden und noch einmal versuchen.", "Sign in again, and try once more.")),
            StatusCodes.Status403Forbidden => ("not-allowed", "Anmeldung", new Bilingual("Dieses Konto darf das nicht.", "This account may not do that."), new Bilingual("Mit einem anderen Konto anmelden oder die Administration fragen.", "Sign in with another account, or ask the administrator.")),
            StatusCodes.Status404NotFound => ("not-found", "Adresse", new Bilingual("Das gibt es hier nicht.", "There is no such thing here."), ApiException.OpenAgain),
            _ => ("bad-request", "Anfrage", new Bilingual("Die Anfrage ist nicht lesbar.", "The request cannot be read."), ApiException.OpenAgain),
        };
        Fill(problem, code, place, text, remedy, Caller.LanguageOf(context.HttpContext.Request));
    }

    /// <summary>A problem as every refusal has it: a stable code, a sentence, the place and what to do.</summary>
    public static ProblemDetails Of(string code, string place, Bilingual text, Bilingual remedy, int status, Language language) =>
        Fill(new ProblemDetails { Status = status }, code, place, text, remedy, language);

    private static ProblemDetails Of(Exception exception, Language language) => exception switch
    {
        ApiException refusal => With(Of(refusal, refusal.Status, language), refusal, language),
        ShareException refusal => Of(refusal, Forbidden.Contains(refusal.Code) ? StatusCodes.Status403Forbidden : StatusCodes.Status409Conflict, language),
        OwnBoardException refusal => With(Of(refusal, Forbidden.Contains(refusal.Code) ? StatusCodes.Status403Forbidden : StatusCodes.Status409Conflict, language), refusal),
        RefusalException refusal => Of(refusal, StatusCodes.Status422UnprocessableEntity, language),
        GateRefusal refusal => Of(refusal.CodeWord, refusal.Place ?? "Dokument", refusal.Explanation, refusal.Remedy, StatusCodes.Status422UnprocessableEntity, language),
        GraphException => Of(
            "microsoft-away", "Microsoft 365",
            new("Microsoft 365 antwortet gerade nicht. Nichts ist verloren.", "Microsoft 365 does not answer just now. Nothing is lost."),
            new("In einigen Minuten noch einmal versuchen.", "Try again in some minutes."), StatusCodes.Status503ServiceUnavailable, language),
        BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } => Of(
            "too-large", "Dokument",
            new("Das Dokument ist zu groß.", "The document is too large."),
            new("Große Bilder verkleinern oder herausnehmen.", "Make large pictures smaller, or take them out."), StatusCodes.Status413PayloadTooLarge, language),
        BadHttpRequestException bad => Of(
            "bad-request", "Anfrage",
            new("Die Anfrage ist nicht lesbar.", "The request cannot be read."),
            ApiException.OpenAgain, bad.StatusCode, language),
        _ => Of(
            "unexpected", "Dienst",
            new("Im Dienst ist etwas schiefgegangen. Am Dokument wurde nichts geändert.", "Something went wrong in the service. The document was not changed."),
            new("Noch einmal versuchen; bleibt es so, die Administration fragen.", "Try again; if it stays so, ask the administrator."), StatusCodes.Status500InternalServerError, language),
    };

    private static ProblemDetails Of(RefusalException refusal, int status, Language language) => Of(refusal.Code, refusal.Place, refusal.Problem, refusal.Remedy, status, language);

    private static ProblemDetails Fill(ProblemDetails problem, string code, string place, Bilingual text, Bilingual remedy, Language language)
    {
        (problem.Title, problem.Detail) = (code, text.In(language));
        (problem.Extensions["code"], problem.Extensions["place"], problem.Extensions["remedy"]) = (code, place, remedy.In(language));
        return problem;
    }

    private static ProblemDetails With(ProblemDetails problem, ApiException refusal, Language language)
    {
        if (refusal.Findings.Count > 0)
            problem.Extensions["findings"] = refusal.Findings.Select(finding => FindingJson.Of(new JudgedFinding(finding, null), null, language)).ToList();
        if (refusal.Sha256 is { } sha256)
            problem.Extensions["sha256"] = sha256;
        return problem;
    }

    // The pane asks for exactly this number.
    private static ProblemDetails With(ProblemDetails problem, OwnBoardException refusal)
    {
        if (refusal.PrivateAddresses is { } count)
            problem.Extensions["privateAddresses"] = count;
        return problem;
    }

    [LoggerMessage(LogLevel.Error, "{Method} {Endpoint} failed")]
    private partial void Unexpected(string method, string endpoint, Exception failure);
}
