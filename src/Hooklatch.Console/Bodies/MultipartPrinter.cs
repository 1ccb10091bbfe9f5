using Hooklatch.Bodies.Forms;
using Hooklatch.Management;

namespace Hooklatch.Console.Bodies;

/// <summary>Shows the parts of a multipart body, found by the parser that a handler's form is read by.</summary>
/// <param name="mask">Masks secrets.</param>
internal sealed class MultipartPrinter(SecretMask mask)
{
    private static readonly FormLimits Limits = FormLimits.Default with { MaxParts = 256, MaxFields = 256, MaxValueBytes = int.MaxValue };

    private readonly ContentPrinter _content = new(mask);
    private readonly List<BodyPart> _parts = [];
    private int _room = BoundedText.MaxShown;

    /// <summary>Whether something is left out.</summary>
    public bool IsCut { get; private set; }

    /// <summary>Reads the parts.</summary>
    /// <returns><see langword="null"/> where the body is no well-formed form.</returns>
    public async ValueTask<IReadOnlyList<BodyPart>?> TryPrintAsync(
        ReadOnlyMemory<byte> body,
        string boundary,
        CancellationToken cancellation
    )
    {
        using var bytes = new ByteWalk(body);
        var walk = MultipartWalk.Over(bytes, boundary, Limits);
        var start = 0L;
        var length = 0;
        while (true)
        {
            switch (await walk.NextAsync(cancellation))
            {
                case MultipartToken.Part:
                    (start, length) = (walk.Offset, 0);
                    break;
                case MultipartToken.Content:
                    length += walk.Content.Length;
                    break;
                case MultipartToken.PartEnd:
                    _parts.Add(Of(walk.Part, body.Slice((int)start, length)));
                    break;
                case MultipartToken.End:
                    return _parts;
                case MultipartToken.Failed:
                    return null;
            }
        }
    }

    private BodyPart Of(PartHeaders part, ReadOnlyMemory<byte> content) =>
        new()
        {
            Name = part.Name,
            FileName = part.FileName,
            ContentType = part.All.ContentType.ToString() is { Length: > 0 } type ? type : null,
            Length = content.Length,
            Text = TextOf(part, content.Span),
        };

    private string? TextOf(PartHeaders part, ReadOnlySpan<byte> content)
    {
        if (content.IsEmpty)
        {
            return "";
        }

        if (mask.Hides(part.Name))
        {
            return mask.Hide();
        }

        if (_room <= 0)
        {
            IsCut = true;
            return null;
        }

        var (_, text, isCut) = _content.Print(content, _room);
        _room -= text.Length;
        IsCut |= isCut;
        return text;
    }
}
