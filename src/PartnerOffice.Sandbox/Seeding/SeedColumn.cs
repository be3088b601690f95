namespace PartnerOffice.Sandbox;

/// <summary>A column of a library.</summary>
/// <param name="Name">The internal name, the one that <c>fields</c> takes.</param>
/// <param name="Type">What it holds.</param>
public sealed record SeedColumn(string Name, SeedColumnType Type = SeedColumnType.Text)
{
    /// <summary>The name people read; the internal one when null.</summary>
    public string? DisplayName { get; init; }

    /// <summary>Whether a file cannot be checked in without it. It does not stop an upload.</summary>
    public bool Required { get; init; }

    /// <summary>Whether SharePoint refuses a second item with the same value. Makes the column indexed.</summary>
    public bool EnforceUniqueValues { get; init; }

    /// <summary>Whether <c>$filter</c> may name it without the header that allows slow queries.</summary>
    public bool Indexed { get; init; }

    /// <summary>Whether nobody can write it.</summary>
    public bool ReadOnly { get; init; }

    /// <summary>The values of a choice column.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];
}
