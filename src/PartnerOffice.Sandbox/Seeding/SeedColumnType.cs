namespace PartnerOffice.Sandbox;

/// <summary>The column types that the sandbox keeps.</summary>
public enum SeedColumnType
{
    /// <summary>One line of at most 255 characters.</summary>
    Text,

    /// <summary>Several lines.</summary>
    Note,

    /// <summary>A number.</summary>
    Number,

    /// <summary>One of a list of values.</summary>
    Choice,

    /// <summary>A date without a time of day.</summary>
    Date,

    /// <summary>A moment.</summary>
    DateTime,

    /// <summary>Yes or no.</summary>
    Boolean,
}
