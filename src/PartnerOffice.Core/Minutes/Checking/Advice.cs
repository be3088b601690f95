namespace PartnerOffice.Core;

/// <summary>What a rule says: what is the matter, and what to do. A test reads every one of them (R15).</summary>
internal sealed record Advice(Bilingual Message, Bilingual Remedy)
{
    public Advice(string german, string english, string germanRemedy, string englishRemedy)
        : this(new Bilingual(german, english), new Bilingual(germanRemedy, englishRemedy))
    {
    }

    public Finding Stops(string rule, string place) => new(rule, Severity.Error, place, Message, Remedy) { Weight = FindingWeight.Stops };

    public Finding NeedsReason(string rule, string place) => new(rule, Severity.Error, place, Message, Remedy) { Weight = FindingWeight.NeedsReason };

    public Finding Hint(string rule, string place) => new(rule, Severity.Warning, place, Message, Remedy) { Weight = FindingWeight.Hint };
}
