using System.Globalization;
using System.Security.Claims;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;
using PartnerOffice.Core;
using PartnerOffice.PersonalLinks;

namespace PartnerOffice.Api;

/// <summary>What every answer carries and every caller keeps to: headers, and a rate per person.</summary>
internal static class Safeguards
{
    private const string OfficeScripts = "https://appsforoffice.microsoft.com https://ajax.aspnetcdn.com";

    public static IServiceCollection AddSafeguards(this IServiceCollection services, ApiSettings settings) => services.AddRateLimiter(limiter =>
    {
        limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context => RateLimitPartition.GetTokenBucketLimiter(
            context.User.FindFirstValue("oid") ?? context.Connection.RemoteIpAddress?.ToString() ?? "",
            _ => new TokenBucketRateLimiterOptions
            {
                TokenLimit = settings.RequestsPerMinute,
                TokensPerPeriod = Math.Max(1, settings.RequestsPerMinute / 6),
                ReplenishmentPeriod = TimeSpan.FromSeconds(10),
                QueueLimit = 0,
            }));
        limiter.OnRejected = (rejected, _) =>
        {
            if (rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var wait))
                rejected.HttpContext.Response.Headers.RetryAfter = ((int)wait.TotalSeconds + 1).ToString(CultureInfo.InvariantCulture);
            return rejected.HttpContext.RequestServices.GetRequiredService<IProblemDetailsService>().WriteAsync(new()
            {
                HttpContext = rejected.HttpContext,
                ProblemDetails = TooMany(Caller.LanguageOf(rejected.HttpContext.Request)),
            });
        };
    });

    /// <param name="signIn">The origin where people sign in; null against the sandbox, of which every answer then says so (D21).</param>
    public static void UseSafeguards(this WebApplication app, ApiSettings settings, string? signIn) => app.Use((context, next) =>
    {
        var headers = context.Response.Headers;
        if (signIn is null)
            headers["X-PartnerOffice-Sandbox"] = "true";
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=()";
        if (context.Request.Path.StartsWithSegments("/api") || context.Request.Path.StartsWithSegments(Fragments.Parts))
        {
            headers.CacheControl = "no-store";
            headers.ContentSecurityPolicy = "default-src 'none'; frame-ancestors 'none'";
        }
        else if (context.Request.Path.StartsWithSegments(Fragments.Page))
        {
            // Opened in a browser, never in a frame; and nothing but its own script runs there.
            headers.CacheControl = "no-cache";
            headers.ContentSecurityPolicy = string.Join("; ",
                "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self'", $"connect-src 'self' {signIn}".TrimEnd(), "base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'");
        }
        else if (context.Request.Path.StartsWithSegments(LinkRoutes.Prefix))
        {
            headers.CacheControl = "no-store";
            headers["X-Robots-Tag"] = "noindex";
            headers.ContentSecurityPolicy = "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
        }
        else
        {
            // No X-Frame-Options: Office shows the pane in a frame. The preview is a frame of its own without scripts.
            headers.ContentSecurityPolicy = string.Join("; ",
                "default-src 'none'", $"script-src 'self' {OfficeScripts}", "style-src 'self'", "img-src 'self' data:", "font-src 'self'",
                $"connect-src 'self' {signIn}".TrimEnd(), $"frame-src 'self' {signIn}".TrimEnd(), "base-uri 'none'", "form-action 'none'", $"frame-ancestors {settings.FrameAncestors}");
        }

        return next(context);
    });

    private static ProblemDetails TooMany(Language language) => Problems.Of(
        "too-many", "Anfrage",
        new("Das waren sehr viele Anfragen in kurzer Zeit.", "That were very many requests in a short time."),
        new("Eine Minute warten und noch einmal versuchen.", "Wait a minute, and try again."), StatusCodes.Status429TooManyRequests, language);
}
