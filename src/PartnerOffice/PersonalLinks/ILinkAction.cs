using PartnerOffice.Core;

namespace PartnerOffice.PersonalLinks;

/// <summary>What a kind of personal link shows and does; each feature that sends links has one.</summary>
internal interface ILinkAction
{
    /// <summary>The stable word of <see cref="LinkPurpose.Action"/>.</summary>
    string Action { get; }

    /// <summary>What it is about, and nothing more: a mail scanner and whoever it was forwarded to see this as well. Null where it is settled.</summary>
    Task<LinkPage?> HeadAsync(LinkPurpose purpose, CancellationToken cancellationToken);

    /// <summary>What the person sees who pressed the button of the head, in that browser alone; null where the head is all there is.</summary>
    Task<LinkPage?> ContentAsync(LinkPurpose purpose, CancellationToken cancellationToken);

    /// <summary>Does what the person chose.</summary>
    /// <param name="choice">The value of the button.</param>
    /// <param name="fields">What the form's fields hold, by their names.</param>
    /// <exception cref="RefusalException">It cannot be done; says why and what to do.</exception>
    Task<LinkDone> ActAsync(LinkPurpose purpose, string choice, IReadOnlyDictionary<string, string> fields, CancellationToken cancellationToken);
}
