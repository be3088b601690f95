using System.Text.Json.Serialization;

namespace PartnerOffice.Deliveries;

/// <summary>How a board let know that it took note; the later ones count more (R17).</summary>
[JsonConverter(typeof(Words<NoticeWay>))]
public enum NoticeWay
{
    /// <summary>The message was answered with "ok".</summary>
    Answer,

    /// <summary>The button on the page of the link.</summary>
    Page,

    /// <summary>The column of the library.</summary>
    Library,

    /// <summary>The board's own minutes say so.</summary>
    Minutes,
}
