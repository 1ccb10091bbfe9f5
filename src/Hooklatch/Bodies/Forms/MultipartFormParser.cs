namespace Hooklatch.Bodies.Forms;

/// <summary>Reads <c>multipart/form-data</c>: fields become text, files become windows on the body.</summary>
/// <param name="body">The body.</param>
/// <param name="limits">Its limits.</param>
/// <param name="isAscii">Whether the form is said to be US-ASCII, where a field states no charset of its own.</param>
/// <param name="selected">Takes everything in place of the form, where only some fields are asked for.</param>
internal sealed class MultipartFormParser(WebhookBody body, FormLimits limits, bool isAscii, FormValues? selected = null) : IDisposable
{
    private readonly FormBuilder _form = new(limits, selected);
    private readonly PooledBytes _value = new(limits.MaxValueBytes);
    private long _contentStart;
    private long _contentLength;

    private static ReadOnlySpan<byte> ByteOrderMark => "\uFEFF"u8;

    public async ValueTask<FormReadResult> ReadAsync(string boundary, CancellationToken cancellation)
    {
        using var bytes = ByteWalk.Over(body, MultipartWalk.MaxUnitLength(limits));
        var walk = MultipartWalk.Over(bytes, boundary, limits);
        while (true)
        {
            var token = await walk.NextAsync(cancellation);
            var failure = token switch
            {
                MultipartToken.Part => Begin(walk),
                MultipartToken.Content => Take(walk),
                MultipartToken.PartEnd => End(walk.Part),
                MultipartToken.Failed => walk.Failure,
                _ => null,
            };
            if (failure is not null)
            {
                return failure;
            }

            if (token == MultipartToken.End)
            {
                return _form.Build();
            }
        }
    }

    public void Dispose() => _value.Dispose();

    private FormFailure? Begin(MultipartWalk walk)
    {
        (_contentStart, _contentLength) = (walk.Offset, 0);
        _value.Clear();
        return walk.Part.IsFile ? null
            : walk.Part.HasReadableCharset ? _form.CountField()
            : FormFailure.Malformed("The charset of a field is not UTF-8.", walk.Part.Name);
    }

    private FormFailure? Take(MultipartWalk walk)
    {
        _contentLength += walk.Content.Length;
        return walk.Part.IsFile || _value.TryAppend(walk.Content.Span)
            ? null
            : FormFailure.Limit($"The value of a field is longer than {limits.MaxValueBytes} bytes.", walk.Part.Name);
    }

    private FormFailure? End(PartHeaders part)
    {
        if (!part.IsFile)
        {
            return _form.AddField(part.Name, WithoutByteOrderMark(_value.Written), part.IsAscii ?? isAscii);
        }

        _form.AddFile(new BodyFile(body, _contentStart, _contentLength, part));
        return null;
    }

    // ASP.NET Core reads a part's value as a text file, which drops the mark.
    private static ReadOnlySpan<byte> WithoutByteOrderMark(ReadOnlySpan<byte> value) =>
        value.StartsWith(ByteOrderMark) ? value[ByteOrderMark.Length..] : value;
}
