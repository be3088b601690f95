namespace PartnerOffice.Documents.Gate;

/// <summary>Stands between the characters of an XML part and its parser, and stops what the parser would already have swallowed.</summary>
/// <remarks>
/// <see cref="System.Xml.XmlReader"/> keeps all attributes of an element before anybody can count them: one tag of 20 million characters is
/// gigabytes of memory. This counts depth, attributes and names lexically, and sees a document type declaration before the parser does.
/// Whether the text is XML at all remains the parser's question.
/// </remarks>
internal sealed class XmlGuard(TextReader source, string place, int maxCharacters, XmlAllowance allowance) : TextReader
{
    private State state;
    private int depth;
    private int attributes;
    private int nameLength;
    private int matched;
    private long characters;

    private enum State
    {
        Text,
        Open,
        Bang,
        BangDash,
        BangCdata,
        Comment,
        CommentDash,
        CommentEnd,
        Cdata,
        CdataBracket,
        CdataEnd,
        Instruction,
        InstructionEnd,
        Name,
        Inside,
        Apostrophe,
        Quotation,
        Slash,
        Close,
    }

    public override int Read(char[] buffer, int index, int count)
    {
        var read = source.Read(buffer, index, count);
        Judge(buffer.AsSpan(index, read));
        return read;
    }

    public override int Read(Span<char> buffer)
    {
        var read = source.Read(buffer);
        Judge(buffer[..read]);
        return read;
    }

    public override int Read()
    {
        Span<char> single = stackalloc char[1];
        return Read(single) == 0 ? -1 : single[0];
    }

    // Looking ahead would hand out a character that was not judged.
    public override int Peek() => -1;

    private void Judge(ReadOnlySpan<char> text)
    {
        characters += text.Length;
        if (characters > maxCharacters)
        {
            throw new GateRefusal(GateCode.XmlTooLong, place);
        }

        while (!text.IsEmpty)
        {
            // Long stretches in which only one character matters.
            var skip = state switch
            {
                State.Text => text.IndexOf('<'),
                State.Apostrophe => text.IndexOf('\''),
                State.Quotation => text.IndexOf('"'),
                State.Comment => text.IndexOf('-'),
                State.Cdata => text.IndexOf(']'),
                State.Instruction => text.IndexOf('?'),
                _ => 0,
            };
            if (skip < 0)
            {
                return;
            }

            state = After(text[skip]);
            text = text[(skip + 1)..];
        }
    }

    private State After(char c) => state switch
    {
        State.Text => State.Open,
        State.Open => c switch
        {
            '/' => Begin(State.Close),
            '?' => State.Instruction,
            '!' => State.Bang,
            _ => BeginElement(),
        },
        State.Bang => c switch
        {
            '-' => State.BangDash,
            '[' => BeginMatch(State.BangCdata),
            _ => throw new GateRefusal(GateCode.HasDtd, place),
        },
        State.BangDash => c == '-' ? State.Comment : throw new GateRefusal(GateCode.HasDtd, place),
        State.BangCdata => c != "CDATA["[matched] ? throw new GateRefusal(GateCode.HasDtd, place)
            : ++matched == 6 ? State.Cdata : State.BangCdata,
        State.Comment => State.CommentDash,
        State.CommentDash => c == '-' ? State.CommentEnd : State.Comment,
        State.CommentEnd => c switch
        {
            '>' => State.Text,
            '-' => State.CommentEnd,
            _ => State.Comment,
        },
        State.Cdata => State.CdataBracket,
        State.CdataBracket => c == ']' ? State.CdataEnd : State.Cdata,
        State.CdataEnd => c switch
        {
            '>' => State.Text,
            ']' => State.CdataEnd,
            _ => State.Cdata,
        },
        State.Instruction => State.InstructionEnd,
        State.InstructionEnd => c switch
        {
            '>' => State.Text,
            '?' => State.InstructionEnd,
            _ => State.Instruction,
        },
        State.Name or State.Inside or State.Slash => InTag(c),
        State.Apostrophe or State.Quotation => Begin(State.Inside),
        _ => c == '>' ? CloseElement() : Named(State.Close),
    };

    private State InTag(char c)
    {
        switch (c)
        {
            case '>':
                Deepen();
                if (state == State.Slash)
                {
                    depth--;
                }

                return State.Text;
            case '/':
                return State.Slash;
            case '\'':
                return State.Apostrophe;
            case '"':
                return State.Quotation;
            case '=':
                if (++attributes > GateLimits.Attributes)
                {
                    throw new GateRefusal(GateCode.TooManyAttributes, place);
                }

                if (attributes == GateLimits.WideFrom + 1)
                {
                    allowance.TakeWideElement(place);
                }

                return Begin(State.Inside);
            case ' ' or '\t' or '\r' or '\n':
                return Begin(State.Inside);
            default:
                return Named(state == State.Slash ? State.Inside : state);
        }
    }

    private State Begin(State next)
    {
        nameLength = 0;
        return next;
    }

    private State BeginElement()
    {
        allowance.TakeElement(place);
        attributes = 0;
        nameLength = 1;
        return State.Name;
    }

    private State BeginMatch(State next)
    {
        matched = 0;
        return next;
    }

    private State Named(State next) =>
        ++nameLength > GateLimits.XmlNameLength ? throw new GateRefusal(GateCode.XmlNameTooLong, place) : next;

    private void Deepen()
    {
        if (++depth > GateLimits.ElementDepth)
        {
            throw new GateRefusal(GateCode.XmlTooDeep, place);
        }
    }

    private State CloseElement()
    {
        depth--;
        return State.Text;
    }
}
