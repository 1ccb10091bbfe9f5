using Hooklatch.Bodies.Forms;
using Hooklatch.Management;

namespace Hooklatch.Console.Bodies;

/// <summary>Makes of the exact bytes of a body what people read, with secrets masked.</summary>
/// <param name="names">Names whose values are secrets.</param>
internal sealed class BodyViewer(SecretNames names)
{
    private readonly SecretMask _mask = new(names);

    /// <summary>Shows a body.</summary>
    /// <param name="bytes">The body, or the payload that was inside of it.</param>
    /// <param name="contentType">What its sender calls it; <see langword="null"/> for a payload.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public async ValueTask<BodyView> ShowAsync(ReadOnlyMemory<byte> bytes, string? contentType, CancellationToken cancellation)
    {
        // A form whose type is not well described is shown as text.
        if (
            bytes.Length > 0
            && FormMediaType.IsForm(contentType)
            && FormMediaType.TryParse(contentType, out var type, out _, isDecoded: false)
        )
        {
            var form = type.Boundary is { } boundary ? await PartsAsync(bytes, boundary, cancellation) : Fields(bytes.Span);
            if (form is not null)
            {
                return form;
            }
        }

        var (kind, text, isCut) = new ContentPrinter(_mask).Print(bytes.Span, BoundedText.MaxShown);
        return new BodyView
        {
            Kind = kind,
            Length = bytes.Length,
            Text = text.Length > 0 ? text : null,
            IsCut = isCut,
            Masked = _mask.Count,
        };
    }

    private async ValueTask<BodyView?> PartsAsync(ReadOnlyMemory<byte> bytes, string boundary, CancellationToken cancellation)
    {
        var printer = new MultipartPrinter(_mask);
        if (await printer.TryPrintAsync(bytes, boundary, cancellation) is { } parts)
        {
            return new BodyView
            {
                Kind = "parts",
                Length = bytes.Length,
                Parts = parts,
                IsCut = printer.IsCut,
                Masked = _mask.Count,
            };
        }

        _mask.Forget(0);
        return null;
    }

    private BodyView? Fields(ReadOnlySpan<byte> bytes)
    {
        if (FormPairs.Read(bytes) is not { } pairs)
        {
            return null;
        }

        var printer = new ContentPrinter(_mask);
        var fields = new List<BodyField>(pairs.Count);
        var room = BoundedText.MaxShown;
        var isCut = false;
        foreach (var (name, value) in pairs)
        {
            if (room <= 0)
            {
                isCut = true;
                break;
            }

            var (text, isValueCut) = value.Length > 0 && _mask.Hides(name) ? (_mask.Hide(), false) : printer.PrintField(value, room);
            fields.Add(new BodyField { Name = name, Value = text });
            room -= name.Length + text.Length;
            isCut |= isValueCut;
        }

        return new BodyView
        {
            Kind = "form",
            Length = bytes.Length,
            Fields = fields,
            IsCut = isCut,
            Masked = _mask.Count,
        };
    }
}
