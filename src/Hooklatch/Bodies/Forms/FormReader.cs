namespace Hooklatch.Bodies.Forms;

/// <summary>
/// Reads a form from a body that has been verified, in one walk. The values are those that ASP.NET Core reads, except that
/// what it repairs or guesses (invalid UTF-8, a second boundary, two names for one part) is rejected.
/// </summary>
internal static class FormReader
{
    /// <summary>Reads a form. The files in it are windows on the body and end with it.</summary>
    public static ValueTask<FormReadResult> ReadAsync(
        WebhookBody body,
        string? contentType,
        FormLimits limits,
        CancellationToken cancellation
    ) => ReadAsync(body, contentType, limits, selected: null, cancellation);

    /// <summary>Reads some fields of a form that is not verified yet, as the whole form is read afterwards.</summary>
    /// <param name="body">The body.</param>
    /// <param name="contentType">Its media type.</param>
    /// <param name="limits">What the form may consist of.</param>
    /// <param name="selected">Receives the fields.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <returns>The fields.</returns>
    public static async ValueTask<FormValues> SelectAsync(
        WebhookBody body,
        string? contentType,
        FormLimits limits,
        FormValues selected,
        CancellationToken cancellation
    ) => (await ReadAsync(body, contentType, limits, selected, cancellation)).Failure is { } failure ? selected.Fail(failure) : selected;

    /// <summary>The same of a form that is in memory, at once.</summary>
    public static FormValues Select(ReadOnlyMemory<byte> body, string? contentType, FormValues selected) =>
        SelectAsync(new MemoryBody(body), contentType, FormLimits.Default, selected, CancellationToken.None)
            .AsTask()
            .GetAwaiter()
            .GetResult();

    private static async ValueTask<FormReadResult> ReadAsync(
        WebhookBody body,
        string? contentType,
        FormLimits limits,
        FormValues? selected,
        CancellationToken cancellation
    )
    {
        if (!FormMediaType.TryParse(contentType, out var type, out var failure))
        {
            return failure;
        }

        if (type.Boundary is null)
        {
            using var urlEncoded = new UrlEncodedFormParser(limits, type.IsAscii, selected);
            return await urlEncoded.ReadAsync(body, cancellation);
        }

        using var multipart = new MultipartFormParser(body, limits, type.IsAscii, selected);
        return await multipart.ReadAsync(type.Boundary, cancellation);
    }

    /// <summary>Reads a form that is in memory, at once. It never throws, whatever the bytes are: the fuzzer's entry.</summary>
    public static FormReadResult Read(ReadOnlyMemory<byte> body, string? contentType, FormLimits? limits = null)
    {
        var reading = ReadAsync(new MemoryBody(body), contentType, limits ?? FormLimits.Default, CancellationToken.None);
        return reading.AsTask().GetAwaiter().GetResult(); // complete already: a body in memory leaves nothing to wait for
    }
}
