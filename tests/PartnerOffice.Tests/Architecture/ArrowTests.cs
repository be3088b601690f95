using System.Reflection;
using NetArchTest.Rules;
using PartnerOffice.Core;
using PartnerOffice.Documents.Word;
using PartnerOffice.Graph;
using PartnerOffice.Sandbox;
using Xunit;

namespace PartnerOffice.Tests.Architecture;

/// <summary>The arrows of the house: who may know whom.</summary>
public sealed class ArrowTests
{
    private static readonly Assembly Core = typeof(Minutes).Assembly;
    private static readonly Assembly Documents = typeof(MinutesReader).Assembly;
    private static readonly Assembly Graph = typeof(GraphConnection).Assembly;
    private static readonly Assembly Sandbox = typeof(SandboxServer).Assembly;
    private static readonly Assembly Host = Assembly.Load("partneroffice");

    public static TheoryData<string, string[]> Arrows => new()
    {
        { "PartnerOffice.Core", [] },
        { "PartnerOffice.Documents", ["PartnerOffice.Core"] },
        { "PartnerOffice.Graph", [] },
        { "PartnerOffice.Sandbox", [] },
        { "partneroffice", ["PartnerOffice.Core", "PartnerOffice.Documents", "PartnerOffice.Graph", "PartnerOffice.Sandbox"] },
    };

    [Theory]
    [MemberData(nameof(Arrows))]
    public void A_project_knows_only_those_its_arrows_point_to(string project, string[] allowed)
    {
        var assembly = ((Assembly[])[Core, Documents, Graph, Sandbox, Host]).Single(candidate => candidate.GetName().Name == project);

        var known = assembly.GetReferencedAssemblies().Select(name => name.Name!).Where(name => name.StartsWith("PartnerOffice", StringComparison.OrdinalIgnoreCase));

        Assert.Empty(known.Except(allowed));
    }

    [Fact]
    public void Core_needs_no_packages()
    {
        var outside = Core.GetReferencedAssemblies().Where(name => !name.Name!.StartsWith("System", StringComparison.Ordinal) && name.Name != "netstandard");

        Assert.Empty(outside.Select(name => name.Name));
    }

    [Fact]
    public void Features_do_not_know_each_other()
    {
        var features = Host.GetTypes()
            .Select(type => type.Namespace)
            .Where(name => name?.StartsWith("PartnerOffice.Features.", StringComparison.Ordinal) == true)
            .Distinct()
            .ToList();

        Assert.True(features.Count > 1);
        foreach (var feature in features)
        {
            var result = Types.InAssembly(Host).That().ResideInNamespace(feature).ShouldNot().HaveDependencyOnAny([.. features.Except([feature])]).GetResult();
            Assert.True(result.IsSuccessful, $"{feature} knows another feature: {string.Join(", ", (result.FailingTypes ?? []).Select(type => type.FullName))}");
        }
    }

    [Fact]
    public void Nothing_of_the_Graph_SDK_is_seen_outside_the_Graph_library()
    {
        var seen = Graph.GetExportedTypes()
            .SelectMany(type => type.GetMembers(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly))
            .SelectMany(Spoken)
            .Where(type => type.Namespace is { } name && (name.StartsWith("Microsoft.Graph", StringComparison.Ordinal) || name.StartsWith("Microsoft.Kiota", StringComparison.Ordinal) || name.StartsWith("Azure", StringComparison.Ordinal)));

        Assert.Empty(seen.Distinct());
    }

    [Fact]
    public void Only_the_redactor_makes_an_edition_and_only_the_renderer_a_document()
    {
        Assert.Empty(typeof(PartnerEdition).GetConstructors());
        Assert.Empty(typeof(PartnerOffice.Documents.Edition.PartnerDocument).GetConstructors());
    }

    private static IEnumerable<Type> Spoken(MemberInfo member) => member switch
    {
        MethodInfo method => [method.ReturnType, .. method.GetParameters().Select(parameter => parameter.ParameterType), .. method.ReturnType.GenericTypeArguments],
        ConstructorInfo constructor => constructor.GetParameters().Select(parameter => parameter.ParameterType),
        PropertyInfo property => [property.PropertyType, .. property.PropertyType.GenericTypeArguments],
        FieldInfo field => [field.FieldType],
        _ => [],
    };
}
