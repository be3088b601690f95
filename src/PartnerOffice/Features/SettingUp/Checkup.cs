using PartnerOffice.Core;
using PartnerOffice.Graph;

namespace PartnerOffice.Features.SettingUp;

/// <summary>Collects the lines of one run of the doctor.</summary>
/// <param name="told">Hears of each line when it is there.</param>
internal sealed class Checkup(Action<CheckLine>? told = null)
{
    private readonly List<CheckLine> _lines = [];

    public IReadOnlyList<CheckLine> Lines => _lines;

    public void Ok(string check, District? district, string german, string english) =>
        Add(new(check, district?.ShortName, CheckState.Ok, new(german, english)));

    public void Skipped(string check, District? district, string german, string english) =>
        Add(new(check, district?.ShortName, CheckState.Skipped, new(german, english)));

    public void Warning(string check, District? district, Bilingual message, Bilingual remedy, AdminCommand? command = null) =>
        Add(new(check, district?.ShortName, CheckState.Warning, message, remedy, command));

    public void Broken(string check, District? district, Bilingual message, Bilingual remedy, AdminCommand? command = null) =>
        Add(new(check, district?.ShortName, CheckState.Broken, message, remedy, command));

    private void Add(CheckLine line)
    {
        _lines.Add(line);
        told?.Invoke(line);
    }

    /// <summary>Looks at something that asks Graph; whatever the look itself does not answer for becomes this line.</summary>
    /// <returns>Whether the look came to its end.</returns>
    public async Task<bool> LookAsync(string check, District district, Func<Task> look)
    {
        try
        {
            await look();
            return true;
        }
        catch (GraphUnreachableException)
        {
            Broken(check, district, new("Microsoft ist von diesem Rechner aus nicht erreichbar.", "Microsoft cannot be reached from this machine."),
                new("Netz, Proxy und Firewall prüfen: graph.microsoft.com und login.microsoftonline.com über HTTPS erlauben.", "Check network, proxy and firewall: allow graph.microsoft.com and login.microsoftonline.com by HTTPS."));
        }
        catch (ThrottledException busy)
        {
            Skipped(check, district, $"Microsoft bittet um Geduld ({busy.RetryAfter?.TotalSeconds ?? 60:0} Sekunden); später noch einmal prüfen.",
                $"Microsoft asks for patience ({busy.RetryAfter?.TotalSeconds ?? 60:0} seconds); check again later.");
        }
        catch (SignInException refused)
        {
            var cause = SignInCauses.Of(refused, district);
            Broken(cause.Id, district, cause.Problem, cause.Remedy, cause.Command);
        }
        catch (UnavailableException)
        {
            Skipped(check, district, "Microsoft hat gerade eine Störung; später noch einmal prüfen.", "Microsoft has a disturbance just now; check again later.");
        }
        catch (GraphException other)
        {
            Broken(check, district, new($"Microsoft lehnt ab ({other.Code}).", $"Microsoft refuses ({other.Code})."),
                new($"Mit der Nummer {other.RequestId ?? "unbekannt"} bei Microsoft nachfragen.", $"Ask Microsoft, with the number {other.RequestId ?? "unknown"}."));
        }

        return false;
    }
}
