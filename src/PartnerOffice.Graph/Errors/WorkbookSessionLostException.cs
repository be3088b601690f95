namespace PartnerOffice.Graph;

/// <summary>The workbook session is over (invalidSession…): open a new one; nothing more can be written with the old.</summary>
public sealed class WorkbookSessionLostException : GraphException
{
    internal WorkbookSessionLostException(GraphFailure failure, Exception? cause = null)
        : base("The workbook session is over", failure, cause) { }
}
