using System.Text;

namespace Hooklatch.Bodies.Forms;

/// <summary>
/// Finds the parts of a multipart body (RFC 2046 §5.1.1) in windows that may end anywhere. It keeps no bytes: what a token
/// does not consume has to be at the start of the next window.
/// </summary>
/// <remarks>
/// <para>
/// The search is linear whatever the sender chooses as a boundary: CR or LF is the first byte of what is looked for within a part and occurs
/// nowhere else in it, so two attempts at a match never overlap.
/// </para>
/// <para>
/// A boundary is rejected where another parser may read a part that is passed over here: behind CR or LF alone, before the first part and within
/// one, and behind any line end in the text after the last, where more than line ends follows it.
/// </para>
/// </remarks>
internal sealed class MultipartScanner(string boundary, FormLimits limits)
{
    private readonly byte[] _delimiter = Encoding.ASCII.GetBytes("\r\n--" + boundary);
    private readonly byte[] _afterReturn = Encoding.ASCII.GetBytes("\r--" + boundary);
    private Place _place = Place.Start;
    private int _searched;
    private int _parts;

    private enum Place
    {
        Start,
        Preamble,
        AfterBoundary,
        BoundaryLine,
        Headers,
        ContentStart,
        Content,
        ClosingLine,
        Epilogue,
        AfterEnd,
        End,
    }

    /// <summary>The part that a <see cref="MultipartToken.Part"/> announced.</summary>
    public PartHeaders? Part { get; private set; }

    /// <summary>Why the last token was <see cref="MultipartToken.Failed"/>.</summary>
    public FormFailure? Failure { get; private set; }

    private static ReadOnlySpan<byte> LineEnd => "\r\n"u8;

    private static ReadOnlySpan<byte> BlankLine => "\r\n\r\n"u8;

    // The line end before a boundary may be one that is consumed already, or the start of the body.
    private ReadOnlySpan<byte> DelimiterAtLineStart => _delimiter.AsSpan(LineEnd.Length);

    /// <summary>Reads one token from the start of the window; <paramref name="isLast"/> says that nothing comes after it.</summary>
    public MultipartToken Read(ReadOnlySpan<byte> window, bool isLast, out int consumed)
    {
        consumed = 0;
        while (true)
        {
            var token = Step(window[consumed..], isLast, out var used);
            consumed += used;
            if (token == MultipartToken.NeedMore && isLast)
            {
                return Fail(FormFailure.Malformed("The form ends before its closing boundary."));
            }

            if (token != MultipartToken.None)
            {
                return token;
            }
        }
    }

    private MultipartToken Step(ReadOnlySpan<byte> window, bool isLast, out int used)
    {
        used = 0;
        return _place switch
        {
            Place.Start => AtLineStart(window, ref used, found: MultipartToken.None, otherwise: Place.Preamble),
            Place.Preamble => InPreamble(window, ref used),
            Place.AfterBoundary => AfterBoundary(window, ref used),
            Place.BoundaryLine => InBoundaryLine(window, ref used),
            Place.Headers => InHeaders(window, ref used),
            Place.ContentStart => AtLineStart(window, ref used, found: MultipartToken.PartEnd, otherwise: Place.Content),
            Place.Content => InContent(window, ref used),
            Place.ClosingLine => InClosingLine(window, isLast, ref used),
            Place.Epilogue => InEpilogue(window, isLast, ref used),
            Place.AfterEnd => AfterEnd(window, isLast, ref used),
            _ => MultipartToken.End,
        };
    }

    private MultipartToken AtLineStart(ReadOnlySpan<byte> window, ref int used, MultipartToken found, Place otherwise)
    {
        if (window.StartsWith(DelimiterAtLineStart))
        {
            used = DelimiterAtLineStart.Length;
            return Go(Place.AfterBoundary, found);
        }

        // A window that ends within the delimiter decides nothing, unless it differs already.
        return DelimiterAtLineStart.StartsWith(window) ? MultipartToken.NeedMore : Go(otherwise);
    }

    private MultipartToken InPreamble(ReadOnlySpan<byte> window, ref int used)
    {
        var found = IndexOfBoundary(window, out var isDelimiter);
        if (found < 0)
        {
            used = window.Length - LengthOfPossibleDelimiter(window);
            return MultipartToken.NeedMore;
        }

        used = isDelimiter ? found + _delimiter.Length : 0;
        return isDelimiter ? Go(Place.AfterBoundary) : Fail(Ambiguous("before its first part"));
    }

    private MultipartToken InEpilogue(ReadOnlySpan<byte> window, bool isLast, ref int used)
    {
        var found = IndexOfBoundary(window, out var isDelimiter);
        if (found >= 0)
        {
            used = found + (isDelimiter ? _delimiter.Length : _afterReturn.Length);
            return Go(Place.AfterEnd);
        }

        used = window.Length - LengthOfPossibleDelimiter(window);
        return isLast ? Go(Place.End, MultipartToken.End) : MultipartToken.NeedMore;
    }

    /// <summary>A boundary behind the closing one ends nothing, as long as no part follows it.</summary>
    private MultipartToken AfterEnd(ReadOnlySpan<byte> window, bool isLast, ref int used)
    {
        if (window.ContainsAnyExcept(" \t\r\n-"u8))
        {
            return Fail(Ambiguous("behind its closing boundary"));
        }

        used = window.Length;
        return isLast ? Go(Place.End, MultipartToken.End) : MultipartToken.NeedMore;
    }

    private MultipartToken AfterBoundary(ReadOnlySpan<byte> window, ref int used)
    {
        if (window.Length < 2)
        {
            return MultipartToken.NeedMore;
        }

        if (!window.StartsWith("--"u8))
        {
            return Go(Place.BoundaryLine);
        }

        used = 2;
        return Go(Place.ClosingLine);
    }

    private MultipartToken InBoundaryLine(ReadOnlySpan<byte> window, ref int used)
    {
        used = LengthOfPadding(window);
        var rest = window[used..];
        if (rest.StartsWith(LineEnd))
        {
            // This line end stays: together with the next it is the blank line of a part without headers.
            _searched = 0;
            return Go(Place.Headers);
        }

        return LineEnd.StartsWith(rest) ? MultipartToken.NeedMore : Fail(FormFailure.Malformed("A boundary is followed by other text."));
    }

    private MultipartToken InHeaders(ReadOnlySpan<byte> window, ref int used)
    {
        var found = window[_searched..].IndexOf(BlankLine);
        var length = found < 0 ? window.Length - BlankLine.Length : _searched + found;
        if (length > limits.MaxPartHeaderBytes)
        {
            return Fail(FormFailure.Limit($"The headers of a part are longer than {limits.MaxPartHeaderBytes} bytes."));
        }

        if (found < 0)
        {
            _searched = Math.Max(0, window.Length - BlankLine.Length + 1);
            return MultipartToken.NeedMore;
        }

        if (++_parts > limits.MaxParts)
        {
            return Fail(FormFailure.Limit($"The form has more than {limits.MaxParts} parts."));
        }

        used = length + BlankLine.Length;
        var lines = window[LineEnd.Length..(length + LineEnd.Length)];
        Part = PartHeaders.Parse(lines, limits, out var failure);
        return Part is null ? Fail(failure!) : Go(Place.ContentStart, MultipartToken.Part);
    }

    private MultipartToken InContent(ReadOnlySpan<byte> window, ref int used)
    {
        var (from, lineFeed, carriageReturn) = (0, -1, -1);
        while (true)
        {
            // Each is looked for once, until it is passed, and the second only before the first: a window holds many parts.
            lineFeed = lineFeed >= from ? lineFeed : IndexOf(window, _delimiter.AsSpan(1), from);
            if (carriageReturn < from)
            {
                var end = Math.Min(window.Length, lineFeed + _afterReturn.Length);
                var at = IndexOf(window[..end], _afterReturn, from);
                carriageReturn = at < end ? at : int.MaxValue;
            }

            var found = Math.Min(lineFeed, carriageReturn);
            carriageReturn = carriageReturn == int.MaxValue ? -1 : carriageReturn;
            if (found == window.Length)
            {
                used = window.Length - LengthOfPossibleDelimiter(window);
                return used > 0 ? MultipartToken.Content : MultipartToken.NeedMore;
            }

            if (found == lineFeed && found > 0 && window[found - 1] == (byte)'\r')
            {
                used = found > 1 ? found - 1 : _delimiter.Length;
                return found > 1 ? MultipartToken.Content : Go(Place.AfterBoundary, MultipartToken.PartEnd);
            }

            var behind = window[(found + _afterReturn.Length)..];
            if (behind.Length < 2)
            {
                used = found;
                return used > 0 ? MultipartToken.Content : MultipartToken.NeedMore;
            }

            // A closing boundary begins no part.
            if (!behind.StartsWith("--"u8))
            {
                return Fail(Ambiguous("behind a line end that is not CR LF"));
            }

            from = found + _afterReturn.Length;
        }
    }

    /// <summary>Where the first boundary behind a line end begins, with that: CR LF for a delimiter, else CR or LF alone; -1 where there is none.</summary>
    private int IndexOfBoundary(ReadOnlySpan<byte> window, out bool isDelimiter)
    {
        var lineFeed = IndexOf(window, _delimiter.AsSpan(1), 0);
        isDelimiter = lineFeed > 0 && lineFeed < window.Length && window[lineFeed - 1] == (byte)'\r';
        var before = window[..(isDelimiter ? lineFeed - 1 : lineFeed)].IndexOf(_afterReturn);
        if (before >= 0)
        {
            isDelimiter = false;
            return before;
        }

        return isDelimiter ? lineFeed - 1
            : lineFeed < window.Length ? lineFeed
            : -1;
    }

    /// <returns>The length of the window where there is none.</returns>
    private static int IndexOf(ReadOnlySpan<byte> window, ReadOnlySpan<byte> text, int from)
    {
        var found = window[from..].IndexOf(text);
        return found < 0 ? window.Length : from + found;
    }

    private MultipartToken InClosingLine(ReadOnlySpan<byte> window, bool isLast, ref int used)
    {
        used = LengthOfPadding(window);
        var rest = window[used..];
        if (rest.StartsWith(LineEnd))
        {
            return Go(Place.Epilogue);
        }

        if (rest.IsEmpty && isLast)
        {
            return Go(Place.End, MultipartToken.End);
        }

        return LineEnd.StartsWith(rest)
            ? MultipartToken.NeedMore
            : Fail(FormFailure.Malformed("The closing boundary is followed by other text."));
    }

    /// <summary>How many bytes at the end of a part's content may begin a boundary, whichever line end is before it.</summary>
    private int LengthOfPossibleDelimiter(ReadOnlySpan<byte> window)
    {
        var tail = window[Math.Max(0, window.Length - _delimiter.Length + 1)..];
        var start = tail.LastIndexOfAny((byte)'\r', (byte)'\n');
        if (start < 0)
        {
            return 0;
        }

        start -= start > 0 && tail[(start - 1)..].StartsWith(LineEnd) ? 1 : 0;
        var rest = tail[start..];
        return _delimiter.AsSpan().StartsWith(rest) || _delimiter.AsSpan(1).StartsWith(rest) || _afterReturn.AsSpan().StartsWith(rest)
            ? rest.Length
            : 0;
    }

    private static int LengthOfPadding(ReadOnlySpan<byte> window)
    {
        var end = window.IndexOfAnyExcept((byte)' ', (byte)'\t');
        return end < 0 ? window.Length : end;
    }

    private MultipartToken Go(Place place, MultipartToken token = MultipartToken.None)
    {
        _place = place;
        return token;
    }

    private static FormFailure Ambiguous(string where) => FormFailure.Malformed($"The form has a boundary {where}.");

    private MultipartToken Fail(FormFailure failure)
    {
        Failure = failure;
        return MultipartToken.Failed;
    }
}
