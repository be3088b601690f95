using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PartnerOffice.Core;
using PartnerOffice.Documents.Gate;
using PartnerOffice.Documents.Word;
using JsonOptions = Microsoft.AspNetCore.Http.Json.JsonOptions;

namespace PartnerOffice.Api;

/// <summary>A document that a pane sent, read behind the gate. It lives in memory for this request and nowhere else (R19).</summary>
internal sealed record IncomingMinutes(GatedPackage Package, DocumentRequest Request)
{
    public const string WordType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private readonly Lazy<MinutesReading> reading = new(() => MinutesReader.Read(Package));

    public MinutesReading Reading => reading.Value;

    /// <summary>What a person let pass.</summary>
    /// <exception cref="ApiException">A pair is none.</exception>
    public IReadOnlyList<GivenReason> Given =>
        [.. Request.Accepted.Select(one => GivenReason.TryParse(one.Finding, one.Reason, out var given) ? given with { IsRemembered = true } : throw ApiException.BadRequest("accepted", new("Ein Grund ist leer oder gehört zu keiner Stelle.", "A reason is empty, or belongs to no place.")))];

    /// <summary>The minutes of the caller's own board.</summary>
    /// <exception cref="ApiException">The document cannot be read as minutes, or is another district's.</exception>
    public Minutes RequireMinutes(Caller caller) => caller.RequireOwn(Read());

    /// <summary>The same for what each of two boards does for itself: the minutes of a joint meeting are both boards' (R22).</summary>
    /// <exception cref="ApiException">The document cannot be read as minutes, or is another district's alone.</exception>
    public Minutes RequireBoardMinutes(Caller caller) => caller.RequireOwnBoard(Read());

    /// <summary>The same, where the address names them as well.</summary>
    /// <exception cref="ApiException">The address names others.</exception>
    public Minutes RequireMinutes(Caller caller, string id) => Named(RequireMinutes(caller), id);

    /// <inheritdoc cref="RequireMinutes(Caller, string)"/>
    public Minutes RequireBoardMinutes(Caller caller, string id) => Named(RequireBoardMinutes(caller), id);

    private Minutes Read() => Reading.Minutes ?? throw ApiException.Stopped([.. Reading.Findings.Where(finding => finding.Severity == Severity.Error)]);

    private static Minutes Named(Minutes minutes, string id) => minutes.Id.ToString() == id ? minutes : throw ApiException.OtherMinutes();

    /// <summary>Bound by the framework: the .docx alone, or JSON with the document in it.</summary>
    /// <exception cref="GateRefusal">The gate did not let the document in.</exception>
    /// <exception cref="ApiException">The body is neither.</exception>
    public static async ValueTask<IncomingMinutes?> BindAsync(HttpContext context)
    {
        var cancelled = context.RequestAborted;
        if (context.Request.ContentType?.StartsWith(WordType, StringComparison.OrdinalIgnoreCase) == true)
            return new(await PackageGate.InspectAsync(context.Request.Body, PackageKind.Word, cancelled), new DocumentRequest([]));
        if (!context.Request.HasJsonContentType())
            throw ApiException.BadRequest("Content-Type", new("Gesendet werden kann ein Word-Dokument, allein oder in JSON.", "A Word document can be sent, alone or in JSON."));

        try
        {
            var options = context.RequestServices.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;
            var request = await JsonSerializer.DeserializeAsync<DocumentRequest>(context.Request.Body, options, cancelled);
            return request?.Document is { Length: > 0 } document
                ? new(PackageGate.Inspect(document, PackageKind.Word), request)
                : throw ApiException.BadRequest("document", new("Es fehlt das Dokument.", "The document is missing."));
        }
        catch (JsonException wrong)
        {
            throw ApiException.BadRequest(wrong.Path ?? "$", new("Die Anfrage ist nicht lesbar.", "The request cannot be read."));
        }
    }
}
