namespace PartnerOffice.Deliveries;

/// <summary>A month's copy of the tracker, as it lies in the other district's library.</summary>
/// <param name="Name">The workbook's name there.</param>
/// <param name="Url">Where a person can open it.</param>
/// <param name="IsNew">Whether it was laid there just now.</param>
/// <param name="PdfName">What the PDF beside it is called.</param>
/// <param name="PdfUrl">Where a person can open the PDF; null where Graph would not make one, now or ever.</param>
public sealed record TrackerCopy(string Name, string? Url, bool IsNew, string PdfName, string? PdfUrl);
