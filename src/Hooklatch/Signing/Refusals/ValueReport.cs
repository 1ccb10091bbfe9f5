using Hooklatch.Signing.Schemes;
using Hooklatch.Signing.Text;
using Microsoft.Extensions.Primitives;

namespace Hooklatch.Signing.Refusals;

/// <summary>Says which values of a request a scheme reads, how often each stands there and how it was read.</summary>
internal readonly ref struct ValueReport(SignatureScheme scheme, ReceivedRequest request)
{
    private readonly List<RefusedValue> _values = [];
    private readonly List<RefusalGuess> _guesses = [];

    /// <param name="bodyValues">What was read of the body; <see langword="null"/> where it was not read, or cannot be.</param>
    public (IReadOnlyList<RefusedValue> Values, IReadOnlyList<RefusalGuess> Guesses) Read(string?[]? bodyValues)
    {
        if (scheme.HeaderOfSignature.Length > 0)
        {
            var header = scheme.FirstHeaderOfSignature;
            Add(HeaderName.ForPeople(header), HeaderName.Find(request.Headers, header), isSignature: true);
        }

        foreach (var header in scheme.HeadersOfText)
        {
            Add(HeaderName.ForPeople(header), HeaderName.Find(request.Headers, header), isSignature: false);
        }

        foreach (var query in scheme.QueryOfText)
        {
            Add(SignatureScheme.NameOfQuery(query), request.QueryValues(query), isSignature: false);
        }

        if (bodyValues is not null)
        {
            AddBodyValues(bodyValues);
        }

        return (_values, _guesses);
    }

    public static string NameOf(SignatureEncoding encoding) =>
        encoding switch
        {
            SignatureEncoding.Hex => "hexadecimal",
            SignatureEncoding.Base64 => "base64",
            _ => "base64 for URLs",
        };

    private void Add(string name, StringValues values, bool isSignature)
    {
        var count = SecurityHeader.Count(values);
        _values.Add(
            count switch
            {
                HeaderCount.None => new(name, values.Count, null, values.Count == 0 ? "missing" : "empty"),
                HeaderCount.Several => new(name, values.Count, null, "repeated, and so not read"),
                _ when isSignature => new(name, 1, values.ToString().Length, ReadingOf()),
                _ => new(name, 1, CredentialNames.Match(name) ? null : values.ToString().Length, "signed as it is"),
            }
        );
        Guess(name, count, values.Count);
    }

    private void Guess(string name, HeaderCount count, int received)
    {
        if (count is HeaderCount.None)
        {
            _guesses.Add(new(RefusalCause.Missing, received == 0 ? $"{name} is missing." : $"{name} is empty."));
        }
        else if (count is HeaderCount.Several)
        {
            _guesses.Add(
                new(RefusalCause.Repeated, $"{name} stands {received} times, and only one is accepted: a proxy may have added one.")
            );
        }
    }

    private void AddBodyValues(string?[] values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            var name = scheme.NameOfBodyValue(i, request.ContentType);
            var isSignature = i == scheme.NumberOfSignature;
            var value = values[i];
            _values.Add(
                new(
                    name,
                    value is null ? 0 : 1,
                    isSignature || !CredentialNames.Match(name) ? value?.Length : null,
                    value is null ? "missing"
                        : isSignature ? ReadingOf()
                        : "read as it is"
                )
            );
            if (value is null && isSignature)
            {
                _guesses.Add(new(RefusalCause.Missing, $"The {name} is missing."));
            }
        }
    }

    private string ReadingOf()
    {
        var (encoding, prefix) = scheme.Writing;
        var where = scheme.FieldOfSignature is { } field ? $"field {field.Name}, " : "";
        var how = NameOf(encoding) + (prefix.Length > 0 ? $" after '{prefix}'" : "");
        var (offered, wellFormed) = (0, 0);
        var candidates = scheme.Offered(request);
        while (candidates.MoveNext())
        {
            offered++;
            wellFormed += scheme.IsWellFormed(candidates.Current) ? 1 : 0;
        }

        var size = scheme is HashScheme hash ? FormattableString.Invariant($" of {hash.Size} bytes") : "";
        return FormattableString.Invariant($"read as {where}{how}{size}: {wellFormed} of {offered} signature(s) can be decoded");
    }
}
