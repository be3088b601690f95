namespace PartnerOffice.Documents.Edition;

/// <summary>Collects leaks while a package is read. Reading goes on after a leak, so that one look names them all.</summary>
internal sealed class LeakList
{
    // A hostile package must not make a report of a million lines; one leak refuses as well as a thousand.
    private const int Most = 500;

    private readonly HashSet<Leak> known = [];
    private readonly List<Leak> leaks = [];

    public IReadOnlyList<Leak> All => leaks;

    public void NotAllowed(string part, string place, string code) => Add(new Leak(LeakQuestion.OnlyTheAllowed, part, place, code));

    public void Withheld(string part, string place, string code) => Add(new Leak(LeakQuestion.NothingWithheld, part, place, code));

    private void Add(Leak leak)
    {
        if (leaks.Count < Most && known.Add(leak))
            leaks.Add(leak);
    }
}
