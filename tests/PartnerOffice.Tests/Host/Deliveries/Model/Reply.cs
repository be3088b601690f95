namespace PartnerOffice.Tests.Host.Deliveries.Model;

/// <summary>How Graph, the ledger or the clock answered.</summary>
internal enum Reply
{
    /// <summary>No answer came, or one that tells nothing: it may be out.</summary>
    Unknown,

    /// <summary>Refused before anything was done.</summary>
    Refused,

    /// <summary>Refused for good.</summary>
    Forbidden,

    /// <summary>Done.</summary>
    Done,

    /// <summary>What was looked for is there.</summary>
    Found,

    /// <summary>It is there, but a person wrote in it.</summary>
    FoundEdited,

    /// <summary>Something else is there.</summary>
    FoundOther,

    /// <summary>Nothing is there, or cannot be seen yet.</summary>
    Nothing,

    /// <summary>Something of this name is there.</summary>
    Taken,

    /// <summary>The tag is another one by now.</summary>
    Changed,

    /// <summary>The workbook session is over.</summary>
    Over,

    /// <summary>The ledger saved it; the step was still ours.</summary>
    Saved,

    /// <summary>So much time has passed.</summary>
    Late,

    /// <summary>Not so much time has passed.</summary>
    InTime,
}
