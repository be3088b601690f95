using System.Reflection;
using System.Runtime.Loader;
using PartnerOffice.Graph;
using Xunit;

namespace PartnerOffice.Tests.Graph;

public sealed class SurfaceTests
{
    [Fact]
    public void Nothing_of_the_SDK_shows_outside_the_library()
    {
        var shown = typeof(GraphConnection).Assembly.GetExportedTypes()
            .SelectMany(type => type.GetMembers(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
                .SelectMany(Types).Append(type.BaseType).Concat(type.GetInterfaces()))
            .OfType<Type>()
            .SelectMany(Parts)
            .Select(type => type.Assembly.GetName().Name!)
            .Distinct();

        Assert.All(shown, name => Assert.True(name == "PartnerOffice.Graph" || name.StartsWith("System.", StringComparison.Ordinal), name));
    }

    [Fact]
    public void A_connection_loads_the_SDK_with_its_first_request_only()
    {
        var room = new Room(typeof(GraphConnection).Assembly.Location);
        var library = room.LoadFromAssemblyPath(typeof(GraphConnection).Assembly.Location);
        var endpoint = Activator.CreateInstance(library.GetType(typeof(GraphEndpoint).FullName!)!,
            ScriptedGraph.Endpoint.BaseUrl, ScriptedGraph.Endpoint.Authority, true, null);
        var identity = Activator.CreateInstance(library.GetType(typeof(GraphIdentity).FullName!)!,
            ScriptedGraph.Identity.TenantId, ScriptedGraph.Identity.ClientId, ScriptedGraph.Identity.Certificate);

        using var connection = (IDisposable)library.GetType(typeof(GraphConnection).FullName!)!
            .GetMethod(nameof(GraphConnection.Open))!.Invoke(null, [endpoint, identity, null])!;

        Assert.DoesNotContain(room.Assemblies, assembly => assembly.GetName().Name is "Microsoft.Graph" or "Microsoft.Graph.Core" or "Azure.Identity");
    }

    private static IEnumerable<Type?> Types(MemberInfo member) => member switch
    {
        MethodBase method => method.GetParameters().Select(parameter => (Type?)parameter.ParameterType).Append((method as MethodInfo)?.ReturnType),
        PropertyInfo property => [property.PropertyType],
        FieldInfo field => [field.FieldType],
        _ => [],
    };

    private static IEnumerable<Type> Parts(Type type) =>
        type.HasElementType ? Parts(type.GetElementType()!) : type.GetGenericArguments().SelectMany(Parts).Append(type);

    private sealed class Room(string library) : AssemblyLoadContext(nameof(Room))
    {
        private readonly AssemblyDependencyResolver _resolver = new(library);

        protected override Assembly? Load(AssemblyName name)
        {
            var path = _resolver.ResolveAssemblyToPath(name)
                ?? Path.Combine(Path.GetDirectoryName(library)!, $"{name.Name}.dll");
            return File.Exists(path) ? LoadFromAssemblyPath(path) : null;
        }
    }
}
