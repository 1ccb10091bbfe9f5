using System.Text.Json;
using System.Text.Unicode;
using Hooklatch.Endpoints;
using Hooklatch.Management;

namespace Hooklatch.Console.Bodies.Drift;

/// <summary>Compares a JSON body with what the handler of its event reads.</summary>
internal static class BodyDrift
{
    /// <returns><see langword="null"/> where the handler reads no JSON, or the body is none.</returns>
    public static DriftView? Of(ReadOnlySpan<byte> body, WebhookHandler handler)
    {
        var details = handler.Details;
        if (details is { Payload: null, Json: [] } || !IsJson(body))
        {
            return null;
        }

        var report = new DriftReport();
        if (details.Payload is { } type)
        {
            new TypeDrift(report).Compare(body, type);
        }

        new PathDrift(report).Compare(body, details.Json);
        return report.Build(handler.Target);
    }

    private static bool IsJson(ReadOnlySpan<byte> body)
    {
        if (!Utf8.IsValid(body))
        {
            return false;
        }

        try
        {
            var reader = new Utf8JsonReader(body, new JsonReaderOptions { MaxDepth = int.MaxValue });
            while (reader.Read()) { }

            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
