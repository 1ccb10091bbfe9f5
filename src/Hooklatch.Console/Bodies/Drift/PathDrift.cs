using System.Text;
using System.Text.Json;
using Hooklatch.Description;
using Hooklatch.Json;

namespace Hooklatch.Console.Bodies.Drift;

/// <summary>Says which paths that a handler reads a document does not have.</summary>
/// <param name="report">Receives them.</param>
internal sealed class PathDrift(DriftReport report)
{
    private static readonly JsonReaderOptions Deep = new() { MaxDepth = int.MaxValue };

    /// <summary>Compares. The document is well-formed.</summary>
    public void Compare(ReadOnlySpan<byte> json, IReadOnlyList<ValueDescription> values)
    {
        for (var at = 0; at < values.Count; )
        {
            // One of several paths to a value is enough; what is missing is called by the first.
            var first = values[at];
            var isThere = false;
            do
            {
                isThere |= Has(json, values[at].Name);
                at++;
            } while (at < values.Count && values[at].IsAlternative);

            if (!isThere)
            {
                report.AddMissing(PathOf(first.Name), !first.IsOptional);
            }
        }
    }

    private static string PathOf(string name) => name.StartsWith('$') || name.StartsWith('[') ? name : $"$.{name}";

    private static bool Has(ReadOnlySpan<byte> json, string path)
    {
        foreach (var alternative in JsonPathReader.Read(path))
        {
            var reader = new Utf8JsonReader(json, Deep);
            reader.Read();
            if (Has(ref reader, alternative, 0))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a value has what the steps lead to; the reader moves to the value's last token.</summary>
    private static bool Has(ref Utf8JsonReader reader, List<JsonPathStep> steps, int at)
    {
        if (at == steps.Count)
        {
            reader.Skip();
            return true;
        }

        var step = steps[at];
        var found = false;
        if (step.Name is not null && reader.TokenType is JsonTokenType.StartObject)
        {
            while (reader.Read() && reader.TokenType is JsonTokenType.PropertyName)
            {
                var isIt = JsonEscapes.Unescape(Encoding.UTF8.GetString(reader.ValueSpan)) == step.Name;
                reader.Read();
                found |= isIt && Has(ref reader, steps, at + 1);
                if (!isIt)
                {
                    reader.Skip();
                }
            }
        }
        else if (step.Name is null && reader.TokenType is JsonTokenType.StartArray)
        {
            var index = 0;
            for (; reader.Read() && reader.TokenType is not JsonTokenType.EndArray; index++)
            {
                var isIt = step.IsEvery || index == step.Index;
                found |= isIt && Has(ref reader, steps, at + 1);
                if (!isIt)
                {
                    reader.Skip();
                }
            }

            // Of no elements, none lacks anything.
            found |= step.IsEvery && index == 0;
        }
        else
        {
            reader.Skip();
        }

        return found;
    }
}
