namespace PartnerOffice.Tests.Host.Deliveries.Model;

/// <summary>What a request asks of Graph.</summary>
internal enum Call
{
    Look,
    Create,
    Replace,
    Delete,
    DeleteToBin,
    FindByKey,
    Find,
    WriteDraft,
    Send,
    Open,
    Close,
    Add,
}
