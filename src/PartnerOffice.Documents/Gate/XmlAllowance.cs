using System.Xml;

namespace PartnerOffice.Documents.Gate;

/// <summary>What all XML parts of one file together may cost the parser beyond their length.</summary>
internal sealed class XmlAllowance(PackageKind kind)
{
    private int elements = GateLimits.Elements(kind);
    private int wideElements = GateLimits.WideElements;
    private int names = GateLimits.Names;

    /// <summary>Counts an element.</summary>
    public void TakeElement(string place) => Take(ref elements, GateCode.TooManyElements, place);

    /// <summary>Counts an element with more than <see cref="GateLimits.WideFrom"/> attributes.</summary>
    public void TakeWideElement(string place) => Take(ref wideElements, GateCode.TooManyElements, place);

    /// <summary>A table of names for the parser of one part, which counts each new one.</summary>
    public XmlNameTable NamesOf(string place) => new CountedNames(this, place);

    private static void Take(ref int left, GateCode code, string place)
    {
        if (--left < 0)
        {
            throw new GateRefusal(code, place);
        }
    }

    private sealed class CountedNames(XmlAllowance allowance, string place) : XmlNameTable
    {
        private readonly NameTable table = new();

        public override string Add(char[] array, int offset, int length)
        {
            if (table.Get(array, offset, length) is { } known)
            {
                return known;
            }

            Take(ref allowance.names, GateCode.TooManyNames, place);
            return table.Add(array, offset, length);
        }

        public override string Add(string array)
        {
            if (table.Get(array) is { } known)
            {
                return known;
            }

            Take(ref allowance.names, GateCode.TooManyNames, place);
            return table.Add(array);
        }

        public override string? Get(char[] array, int offset, int length) => table.Get(array, offset, length);

        public override string? Get(string array) => table.Get(array);
    }
}
