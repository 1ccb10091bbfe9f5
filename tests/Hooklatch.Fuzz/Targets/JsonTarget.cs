using System.Text.Json;
using System.Text.Unicode;
using Hooklatch.Binding;
using Hooklatch.Fuzz.Handlers;
using Hooklatch.Http;

namespace Hooklatch.Fuzz.Targets;

/// <summary><c>[FromJson]</c>: malformed exactly where a strict JsonDocument says so, and the values that it gives.</summary>
internal sealed class JsonTarget(Func<byte[], object?> bind) : FuzzTarget("json")
{
    private const string Malformed = "malformed";

    public JsonTarget()
        : this(FuzzedDelivery.OfPush) { }

    public override void Check(byte[] input)
    {
        var found = bind(input);
        using var document = Parse(input, allowDuplicates: true);
        if (document is null)
        {
            Assert.Equal(Malformed, Describe(found));
        }
        else if (Parse(input, allowDuplicates: false) is null)
        {
            // A repeated name is an error of its own on the way to a value.
            Assert.False(found is Push);
        }
        else
        {
            var expected = IsText(document.RootElement) ? PushOracle.Read(document.RootElement) : null;
            Assert.Equal(expected ?? Malformed, Describe(found));
        }
    }

    /// <summary>Whether every string and every name is text: half a surrogate pair is found when it is unescaped.</summary>
    private static bool IsText(JsonElement value)
    {
        try
        {
            return value.ValueKind switch
            {
                JsonValueKind.String => value.GetString() is not null,
                JsonValueKind.Array => value.EnumerateArray().All(IsText),
                JsonValueKind.Object => value.EnumerateObject().All(member => member.Name is not null && IsText(member.Value)),
                _ => true,
            };
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private static string Describe(object? answer) =>
        answer switch
        {
            Push push => PushOracle.Describe(push),
            BindingErrors errors => PushOracle.Describe(errors.ByParameter.Keys),
            Rejection rejection when rejection == Rejection.InvalidJson => Malformed,
            _ => throw new InvalidOperationException($"A push gave {answer}."),
        };

    private static JsonDocument? Parse(byte[] input, bool allowDuplicates)
    {
        // A byte order mark is skipped (RFC 8259 §8.1).
        var text = input.AsMemory(input.AsSpan().StartsWith("\uFEFF"u8) ? 3 : 0);
        try
        {
            return Utf8.IsValid(text.Span) ? JsonDocument.Parse(text, new() { AllowDuplicateProperties = allowDuplicates }) : null;
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
