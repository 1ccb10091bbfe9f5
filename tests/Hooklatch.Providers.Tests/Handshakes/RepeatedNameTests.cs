using System.Reflection;
using System.Text.Json;
using Hooklatch.Providers.Tests.Harness;
using Hooklatch.Providers.Tests.Presets;
using Hooklatch.Providers.Tests.Testing;
using Hooklatch.Signing;

namespace Hooklatch.Providers.Tests.Handshakes;

/// <summary>A handshake whose body says twice what its answer depends on gets no answer, whoever sends it.</summary>
public sealed class RepeatedNameTests(SampleHost host) : IClassFixture<SampleHost>
{
    /// <summary>Every preset with a handshake in a JSON body, with each name on the way to its values.</summary>
    public static TheoryData<string, string> Names =>
        [
            .. from preset in Preset.All
            where preset.Endpoint is not null
            from name in preset.Attribute.GetCustomAttributes<HandshakeAttribute>().SelectMany(NamesOf).Distinct()
            select (preset.Endpoint, name),
        ];

    [Theory, MemberData(nameof(Names))]
    public async Task It_is_rejected(string provider, string name)
    {
        var recorded = RecordedHandshake.All.Single(one => one.Request.Provider == provider);

        // It is asked with a key of this test's own, so that a MAC is another one.
        var status = recorded.Json.GetProperty("answer").GetProperty("status").GetInt32();
        Assert.Equal(status, (await host.SendAsync(await SignAsync(recorded.Request, recorded.Request.Body))).Status);
        var answer = await host.SendAsync(await SignAsync(recorded.Request, Repeat(recorded.Request.Body, name)));

        Assert.Equal(400, answer.Status);
    }

    [Theory]
    [InlineData("data")]
    [InlineData("validationCode")]
    public async Task A_handshake_of_Event_Grid_is_rejected(string name)
    {
        var recorded = RecordedHandshake.All.Single(one => one.Request.Provider == "azure-event-grid").Request;

        Assert.Equal(400, (await host.SendAsync(recorded with { Body = Repeat(recorded.Body, name) })).Status);
    }

    [Fact]
    public void The_presets_are_found() =>
        Assert.Superset(
            new HashSet<string>
            {
                "slack challenge",
                "slack type",
                "zoom payload",
                "zoom plainToken",
                "notion verification_token",
                "twitch challenge",
            },
            Names.Select(row => $"{row.Data.Item1} {row.Data.Item2}").ToHashSet()
        );

    private static IEnumerable<string> NamesOf(HandshakeAttribute handshake) =>
        ((string?[])[handshake.WhenJsonPath, handshake.EchoJsonPath])
            .OfType<string>()
            .SelectMany(path => path.Split('|'))
            .SelectMany(path => path.Split('.'))
            .Where(name => !name.StartsWith('['));

    /// <summary>As the provider would sign it; what it does not sign stays as it is.</summary>
    private static async Task<Vector> SignAsync(Vector handshake, byte[] body)
    {
        var preset = Preset.All.Single(one => one.Endpoint == handshake.Provider);
        var isSigned = handshake.Headers.Any(header => header.Key.Contains("signature", StringComparison.OrdinalIgnoreCase));
        return isSigned
            ? await TestDelivery.OfAsync(
                preset,
                body,
                handshake.Headers.Where(header => header.Key != "Content-Type").ToDictionary(header => header.Key, header => header.Value)
            ) with
            {
                Url = null,
            }
            : handshake with
            {
                Body = body,
            };
    }

    /// <summary>The document with a name twice, with the same value, wherever it stands.</summary>
    private static byte[] Repeat(byte[] json, string name)
    {
        using var document = JsonDocument.Parse(json);
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            Write(writer, document.RootElement, name);
        }

        return buffer.ToArray();
    }

    private static void Write(Utf8JsonWriter writer, JsonElement element, string name)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (
                    var member in element.EnumerateObject().SelectMany(member => Enumerable.Repeat(member, member.Name == name ? 2 : 1))
                )
                {
                    writer.WritePropertyName(member.Name);
                    Write(writer, member.Value, name);
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in element.EnumerateArray())
                {
                    Write(writer, item, name);
                }

                writer.WriteEndArray();
                break;
            default:
                element.WriteTo(writer);
                break;
        }
    }
}
