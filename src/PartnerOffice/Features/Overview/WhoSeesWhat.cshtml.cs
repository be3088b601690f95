using PartnerOffice.Api;

namespace PartnerOffice.Features.Overview;

/// <summary>"Wer sieht was": the page of the handbook, as it was delivered with this very service (R19).</summary>
internal sealed class WhoSeesWhatModel : FragmentPage
{
    private static readonly Lazy<string> Text = new(() => HandbookPage.Read("docs.wer-sieht-was.md"));

    public string Html => Text.Value;

    public bool IsGerman => Caller.Language == Core.Language.German;
}
