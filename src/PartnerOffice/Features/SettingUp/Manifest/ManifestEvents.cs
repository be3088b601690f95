using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace PartnerOffice.Features.SettingUp;

/// <summary>What manifest and <c>events.js</c> must say alike: where they differ, Outlook says nothing and checks nothing.</summary>
internal static partial class ManifestEvents
{
    private const string Resource = "addin-manifest.events.js";

    /// <summary>The delivered script.</summary>
    public static string Script { get; } = Load();

    /// <summary>What is wrong; empty where the manifest names no events.</summary>
    public static IEnumerable<string> Check(XDocument manifest) => Check(manifest, Script);

    /// <inheritdoc cref="Check(XDocument)"/>
    internal static IEnumerable<string> Check(XDocument manifest, string script)
    {
        var launches = manifest.Descendants().Where(element => element.Name.LocalName == "LaunchEvent").ToList();
        if (launches.Count == 0)
            yield break;

        var associated = Associated().Matches(script).Select(match => match.Groups[1].Value).ToHashSet();
        foreach (var name in launches.Select(launch => launch.Attribute("FunctionName")?.Value ?? "").Where(name => !associated.Contains(name)))
            yield return $"The function {name} is not associated in events.js: nobody could send.";
        foreach (var twice in launches.GroupBy(launch => launch.Attribute("Type")?.Value).Where(group => group.Count() > 1))
            yield return $"The event {twice.Key} is named twice.";
        foreach (var mode in launches.Select(launch => launch.Attribute("SendMode")?.Value).Where(mode => mode != "PromptUser"))
            yield return $"The send mode {mode} could keep people from sending.";

        var controls = manifest.Descendants().Where(element => element.Name.LocalName == "Control").Select(control => control.Attribute("id")?.Value).ToHashSet();
        foreach (var command in CommandId().Matches(script).Select(match => match.Groups[1].Value).Where(command => !controls.Contains(command)))
            yield return $"The command {command} of events.js is no control of the manifest.";

        var runtimes = manifest.Descendants().Where(element => element.Name.LocalName == "Runtime").Select(runtime => runtime.Attribute("resid")?.Value).ToHashSet();
        foreach (var launch in launches.Select(launch => launch.Parent!.Parent!).Distinct())
        {
            var source = launch.Elements().FirstOrDefault(element => element.Name.LocalName == "SourceLocation")?.Attribute("resid")?.Value;
            if (!runtimes.Contains(source))
                yield return $"The events come from {source}, which is no runtime.";
        }
    }

    private static string Load()
    {
        using var reader = new StreamReader(typeof(ManifestEvents).Assembly.GetManifestResourceStream(Resource)!);
        return reader.ReadToEnd();
    }

    [GeneratedRegex("""\.associate\("(\w+)",""")]
    private static partial Regex Associated();

    [GeneratedRegex("""commandId: "([^"]+)""")]
    private static partial Regex CommandId();
}
