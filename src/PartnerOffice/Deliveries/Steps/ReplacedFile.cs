namespace PartnerOffice.Deliveries;

/// <summary>The file of an earlier delivery.</summary>
/// <param name="Upload">How it got there.</param>
/// <param name="UploadKey">The key it carries.</param>
/// <param name="Content">The mark of what it said when we laid it there; empty where that is not known.</param>
internal sealed record ReplacedFile(StepStatus Upload, string UploadKey, string Content);
