using System.Globalization;

namespace PartnerOffice.Core;

/// <summary>One of the seven clauses of the partnership contract, by its number.</summary>
public readonly record struct Clause
{
    /// <summary>How many the contract has.</summary>
    public const int Count = 7;

    /// <param name="number">From 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The contract has no such clause.</exception>
    public Clause(int number)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, Count);
        Number = number;
    }

    /// <summary>Clause 4: both boards share their minutes and tell each other of their work.</summary>
    public static Clause Information { get; } = new(4);

    /// <summary>Clause 5: both boards meet once a year for a joint retreat, in the two districts by turns.</summary>
    public static Clause Retreat { get; } = new(5);

    /// <summary>Its number in the contract.</summary>
    public int Number { get; }

    public override string ToString() => Number.ToString(CultureInfo.InvariantCulture);
}
