using System.Reflection;
using Xunit;
using Xunit.v3;

[assembly: PartnerOffice.Tests.Support.Conformance.ConformsToGraph]

namespace PartnerOffice.Tests.Support.Conformance;

/// <summary>On the whole assembly: a test in which the sandbox or our client left Microsoft's description fails, whatever it asserts.</summary>
[AttributeUsage(AttributeTargets.Assembly)]
internal sealed class ConformsToGraphAttribute : BeforeAfterTestAttribute
{
    public override void Before(MethodInfo methodUnderTest, IXunitTest test) => ConformanceWatch.Start();

    public override void After(MethodInfo methodUnderTest, IXunitTest test)
    {
        var wrong = ConformanceWatch.Take(test.UniqueID).Distinct().ToList();
        Assert.True(wrong.Count == 0, "Not as Microsoft describes it:\n" + string.Join('\n', wrong));
    }
}
