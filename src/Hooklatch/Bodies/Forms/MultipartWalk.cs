namespace Hooklatch.Bodies.Forms;

/// <summary>A multipart body token by token, whether it is kept or still arriving.</summary>
internal sealed class MultipartWalk(ByteWalk bytes, MultipartScanner scanner)
{
    private int _lent;

    /// <summary>The headers of the part that the walk is in.</summary>
    public PartHeaders Part => scanner.Part!;

    /// <summary>After <see cref="MultipartToken.Content"/>: the bytes, valid until the next token.</summary>
    public ReadOnlyMemory<byte> Content => bytes.Window[.._lent];

    /// <summary>After <see cref="MultipartToken.Failed"/>: why.</summary>
    public FormFailure Failure => scanner.Failure!;

    /// <summary>Where in the body the walk stands; after <see cref="MultipartToken.Part"/>, where its content begins.</summary>
    public long Offset => bytes.Offset;

    public static MultipartWalk Over(ByteWalk bytes, string boundary, FormLimits limits) =>
        new(bytes, new MultipartScanner(boundary, limits));

    /// <summary>The most bytes that the scanner has to see at once: a part's headers, and the line ends around them.</summary>
    public static int MaxUnitLength(FormLimits limits) => limits.MaxPartHeaderBytes + 8;

    public async ValueTask<MultipartToken> NextAsync(CancellationToken cancellation)
    {
        bytes.Consume(_lent);
        _lent = 0;
        while (true)
        {
            var token = scanner.Read(bytes.Window.Span, bytes.IsLast, out var consumed);
            if (token == MultipartToken.Content)
            {
                _lent = consumed;
                return token;
            }

            bytes.Consume(consumed);
            if (token != MultipartToken.NeedMore)
            {
                return token;
            }

            await bytes.FillAsync(cancellation);
        }
    }
}
