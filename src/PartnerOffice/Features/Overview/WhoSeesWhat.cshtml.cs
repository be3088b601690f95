using PartnerOffice.Api;
using PartnerOffice.Core;

namespace PartnerOffice.Features.Overview;

/// <summary>"Wer sieht was": the page of the handbook, as it was delivered with this very service (R19).</summary>
internal sealed class WhoSeesWhatModel : FragmentPage
{
    /// <summary>As HTML.</summary>
    public static Lazy<string> Text { get; } = new(() => HandbookPage.Read("docs.wer-sieht-was.md"));

    public bool IsGerman => Caller.Language == Language.German;
}
