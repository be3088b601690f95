namespace PartnerOffice.CommandLine;

/// <summary>How a verb ends; a contract for scripts.</summary>
internal static class ExitCode
{
    public const int Done = 0;

    /// <summary>The answer is no: findings, broken obligations, refused.</summary>
    public const int No = 1;

    public const int Usage = 2;

    /// <summary>The world failed, and the work is kept for a retry.</summary>
    public const int Later = 3;

    /// <summary>Unreadable or hostile input; nothing was read or written.</summary>
    public const int Unreadable = 4;
}
