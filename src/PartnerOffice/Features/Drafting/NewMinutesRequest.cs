using PartnerOffice.Core;

namespace PartnerOffice.Features.Drafting;

/// <summary>What a person says of the meeting to be drafted; everything may be left out.</summary>
internal sealed record NewMinutesRequest
{
    public MeetingKind? Kind { get; init; }
    public DateOnly? Date { get; init; }
    public string? Number { get; init; }
    public TimeOnly? Start { get; init; }
    public string? Place { get; init; }
    public MeetingForm? Form { get; init; }
    public string? Chair { get; init; }
    public string? MinuteTaker { get; init; }

    /// <summary>The last minutes, whose open actions and postponed items go on; or, with <see cref="Copy"/>, the copy itself.</summary>
    public byte[]? From { get; init; }

    /// <summary>Whether a file that was saved under another name becomes minutes of its own.</summary>
    public bool Copy { get; init; }

    public DraftRequest For(DateOnly today, Minutes? last) => new(Kind ?? MeetingKind.BoardMeeting, today, last)
    {
        Date = Date,
        Number = Number,
        Start = Start,
        Place = Place,
        Form = Form,
        Chair = Chair,
        MinuteTaker = MinuteTaker,
    };

    /// <summary>The same minutes with what was said about the meeting in their head.</summary>
    public Minutes With(Minutes copy) => copy with
    {
        Kind = Kind ?? copy.Kind,
        Date = Date ?? copy.Date,
        Number = Number ?? copy.Number,
        Start = Start ?? copy.Start,
        Place = Place ?? copy.Place,
        Form = Form ?? copy.Form,
        Chair = Chair ?? copy.Chair,
        MinuteTaker = MinuteTaker ?? copy.MinuteTaker,
    };
}
