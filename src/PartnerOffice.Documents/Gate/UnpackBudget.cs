namespace PartnerOffice.Documents.Gate;

/// <summary>How many bytes the parts of one file may still unpack to. Headers lie; only what was really unpacked counts.</summary>
internal sealed class UnpackBudget(long bytes, CancellationToken cancellationToken)
{
    private long left = bytes;

    /// <summary>Takes what was unpacked.</summary>
    /// <exception cref="GateRefusal">All parts together are too large.</exception>
    public void Take(int unpacked, string place)
    {
        cancellationToken.ThrowIfCancellationRequested();
        left -= unpacked;
        if (left < 0)
        {
            throw new GateRefusal(GateCode.UnpacksTooLarge, place);
        }
    }
}
