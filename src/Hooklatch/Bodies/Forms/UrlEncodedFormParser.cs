using System.Buffers;
using System.Buffers.Text;
using System.Text;
using System.Text.Unicode;

namespace Hooklatch.Bodies.Forms;

/// <summary>
/// Reads <c>application/x-www-form-urlencoded</c> in windows that may end anywhere, decoding as it goes. Escapes that are
/// none (<c>100%</c>) stay as they are, as in ASP.NET Core and the URL standard.
/// </summary>
internal sealed class UrlEncodedFormParser(FormLimits limits, bool isAscii, FormValues? selected = null) : IDisposable
{
    private static readonly SearchValues<byte> SpecialInKey = SearchValues.Create("&=+%\0"u8);
    private static readonly SearchValues<byte> SpecialInValue = SearchValues.Create("&+%\0"u8);

    private readonly FormBuilder _form = new(limits, selected);
    private readonly PooledBytes _key = new(limits.MaxKeyBytes);
    private readonly PooledBytes _value = new(limits.MaxValueBytes);
    private bool _inValue;
    private bool _started;

    public async ValueTask<FormReadResult> ReadAsync(WebhookBody body, CancellationToken cancellation)
    {
        using var bytes = ByteWalk.Over(body, maxUnitLength: 0);
        while (true)
        {
            var failure = Read(bytes.Window.Span, bytes.IsLast, out var consumed);
            if (failure is not null)
            {
                return failure;
            }

            bytes.Consume(consumed);
            if (bytes.IsLast)
            {
                return EndPairAtEnd() is { } last ? last : _form.Build();
            }

            await bytes.FillAsync(cancellation);
        }
    }

    public void Dispose()
    {
        _key.Dispose();
        _value.Dispose();
    }

    private FormFailure? Read(ReadOnlySpan<byte> window, bool isLast, out int consumed)
    {
        consumed = 0;
        while (consumed < window.Length)
        {
            var rest = window[consumed..];
            var plain = rest.IndexOfAny(_inValue ? SpecialInValue : SpecialInKey);
            plain = plain < 0 ? rest.Length : plain;
            if (Append(rest[..plain]) is { } tooLong)
            {
                return tooLong;
            }

            consumed += plain;
            rest = rest[plain..];
            if (rest.IsEmpty || (IsCutEscape(rest) && !isLast))
            {
                return null;
            }

            if (ReadSpecial(rest, out var length) is { } failure)
            {
                return failure;
            }

            consumed += length;
        }

        return null;
    }

    private FormFailure? ReadSpecial(ReadOnlySpan<byte> rest, out int length)
    {
        length = 1;
        switch (rest[0])
        {
            case (byte)'&':
                return EndPair();
            case (byte)'=':
                (_started, _inValue) = (true, true);
                return null;
            case (byte)'+':
                return Append(" "u8);
            case (byte)'%' when TryDecode(rest, out var decoded):
                length = 3;
                return decoded == 0 ? NulCharacter() : Append([decoded]);
            case (byte)'%':
                return Append("%"u8);
            default:
                return NulCharacter();
        }
    }

    private static bool IsCutEscape(ReadOnlySpan<byte> rest) => rest is [(byte)'%'] or [(byte)'%', _];

    private static bool TryDecode(ReadOnlySpan<byte> rest, out byte decoded)
    {
        decoded = 0;
        return rest.Length >= 3 && Utf8Parser.TryParse(rest[1..3], out decoded, out var read, standardFormat: 'x') && read == 2;
    }

    private FormFailure? Append(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty)
        {
            return null;
        }

        _started = true;
        if ((_inValue ? _value : _key).TryAppend(bytes))
        {
            return null;
        }

        return _inValue
            ? FormFailure.Limit($"The value of a field is longer than {limits.MaxValueBytes} bytes.", KeyOrNull())
            : FormFailure.Limit($"The name of a field is longer than {limits.MaxKeyBytes} bytes.");
    }

    private FormFailure? EndPairAtEnd() => _started ? EndPair() : null;

    private FormFailure? EndPair()
    {
        if (_form.CountField() is { } tooMany)
        {
            return tooMany;
        }

        if (KeyOrNull() is not { } key)
        {
            return FormFailure.Malformed("The name of a field is not UTF-8.");
        }

        var failure = _form.AddField(key, _value.Written, isAscii);
        _key.Clear();
        _value.Clear();
        (_inValue, _started) = (false, false);
        return failure;
    }

    private string? KeyOrNull() => Utf8.IsValid(_key.Written) ? Encoding.UTF8.GetString(_key.Written) : null;

    private static FormFailure NulCharacter() => FormFailure.Malformed("The form contains a NUL character.");
}
