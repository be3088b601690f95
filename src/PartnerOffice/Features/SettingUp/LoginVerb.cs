using System.CommandLine;
using PartnerOffice.CommandLine;
using PartnerOffice.Connections;
using PartnerOffice.Core;
using PartnerOffice.Graph;

namespace PartnerOffice.Features.SettingUp;

/// <summary><c>login</c>: signs the service account in, once, on any device. Until somebody changes its password that is enough.</summary>
internal sealed class LoginVerb : Verb
{
    private readonly Option<string?> district = new("--district")
    {
        Description = "Kennung des Kreisverbands, in dessen Microsoft 365 das Konto liegt; ohne Angabe der mit dem Tracker",
        HelpName = "KENNUNG",
    };

    protected override Command Describe() => new("login", "Meldet das Dienstkonto für den Tracker an: Code auf irgendeinem Gerät eingeben") { district };

    protected override async Task<int> RunAsync(VerbContext context, CancellationToken cancellationToken)
    {
        var partnership = context.Partnership.Partnership;
        var host = context.Get(district) is { } named
            ? partnership.Find(named) ?? throw NoSuchDistrict(named, partnership)
            : partnership.Find(partnership.Tracker.District)!;
        await using var ground = await Grounds.OpenAsync(context, cancellationToken);
        var identity = ground.Accounts.Of(host) ?? throw NoTenant(host);

        try
        {
            var account = await AccountSignIn.RunAsync(ground.Endpoint, identity, code => Show(context, code), cancellationToken);
            if (context.Json)
                Answer.Write(Answer.Node(new { district = host.Id.ToString(), account = account.UserName, tenant = account.TenantId, sandbox = context.IsSandbox }));
            else
                context.Answer.Say(new Bilingual($"{context.Mark}Angemeldet: {account.UserName} für {host.ShortName}.", $"{context.Mark}Signed in: {account.UserName} for {host.ShortName}."));
            return ExitCode.Done;
        }
        catch (SignInException refused)
        {
            var cause = SignInCauses.Of(refused, host);
            throw new VerbException("login-refused", host.Name, cause.Problem, cause.Remedy);
        }
        catch (GraphUnreachableException)
        {
            context.Answer.Say(new Bilingual("Microsoft ist nicht erreichbar. Netz prüfen, dann noch einmal.", "Microsoft cannot be reached. Check the network, then try again."));
            return ExitCode.Later;
        }
    }

    private static Task Show(VerbContext context, DeviceCode code)
    {
        context.Answer.Say(new Bilingual($"Diese Seite öffnen, auf irgendeinem Gerät: {code.Page}", $"Open this page, on any device: {code.Page}"));
        context.Answer.Say(new Bilingual($"Dort eingeben: {code.Code} – und mit dem Dienstkonto anmelden, nicht mit dem eigenen.", $"Enter there: {code.Code} - and sign in with the service account, not with your own."));
        return Task.CompletedTask;
    }

    private static VerbException NoSuchDistrict(string id, Partnership partnership) => new(
        "no-such-district",
        id,
        new Bilingual("Diesen Kreisverband gibt es in der Partnerschaftsdatei nicht.", "The partnership file has no such district."),
        new Bilingual($"Eine dieser Kennungen nennen: {string.Join(", ", partnership.Districts.Select(one => one.Id))}.", $"Name one of these ids: {string.Join(", ", partnership.Districts.Select(one => one.Id))}."));

    private static VerbException NoTenant(District district) => new(
        "tenant-missing",
        district.Name,
        new Bilingual("Für diesen Kreisverband ist kein Microsoft 365 eingetragen.", "No Microsoft 365 is entered for this district."),
        new Bilingual("Feld tenant in der Partnerschaftsdatei ausfüllen.", "Fill in the field tenant of the partnership file."));
}
