using System.Text.Json;
using System.Text.Json.Serialization;
using Hooklatch.Tests.Hosting;
using Hooklatch.Tests.Plugin;
using Microsoft.Extensions.Logging;

namespace Hooklatch.Tests.Configuration;

/// <summary>However a configuration object is written down, its secrets are not.</summary>
public sealed partial class SecretTextTests
{
    private const string Canary = "canary-51c0";

    [Theory]
    [InlineData(false, "Key")]
    [InlineData(true, "key")]
    public void Json_shows_that_there_is_a_secret_and_nothing_of_it(bool isWeb, string name)
    {
        var json = JsonSerializer.Serialize(Filled(), isWeb ? JsonSerializerOptions.Web : JsonSerializerOptions.Default);

        Assert.DoesNotContain(Canary, json, StringComparison.Ordinal);
        Assert.Contains($"\"{name}\":\"***\"", json, StringComparison.Ordinal);
        Assert.Contains("shown", json, StringComparison.Ordinal);
        Assert.Equal(5, json.Split("***").Length - 1);
    }

    [Fact]
    public void A_secret_that_is_missing_is_null_and_what_is_read_is_the_secret()
    {
        const string Json = """
            { "Key": "a", "Keys": ["b", "c"], "List": ["d"], "Named": { "e": "f" }, "Inner": { "Key": "g" }, "Shown": "h" }
            """;

        var read = JsonSerializer.Deserialize<Dump>(Json)!;

        Assert.Equal(
            """{"Key":null,"Keys":"***","List":"***","Named":"***","Inner":{"Key":null},"Shown":""}""",
            JsonSerializer.Serialize(new Dump())
        );
        Assert.Equal(
            ("a", "b c", "d", "f", "g", "h"),
            (read.Key, string.Join(' ', read.Keys), read.List[0], read.Named["e"], read.Inner.Key, read.Shown)
        );
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Dump>("""{ "Key": 1 }"""));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Dump>("""{ "Keys": [1] }"""));
    }

    [Fact]
    public void A_generated_context_leaves_them_out()
    {
        var json = JsonSerializer.Serialize(new Listed { Key = Canary, Shown = "shown" }, DumpJson.Default.Listed);

        Assert.Equal("""{"Shown":"shown"}""", json);
    }

    [Fact]
    public void A_log_line_shows_none_in_whatever_style_it_is_written()
    {
        var log = new CapturedLog();
        using var console = LoggerFactory.Create(logging => logging.AddProvider(log));
        var logger = console.CreateLogger("test");

#pragma warning disable CA1848, CA2254 // The very lines that an author might write.
        logger.LogInformation("{Config}", Filled());
        logger.LogInformation("{@Config}", Filled());
        logger.LogInformation($"{Filled()} {new Entry { Key = Canary }}");
#pragma warning restore CA1848, CA2254

        Assert.Equal(3, log.Entries.Count);
        Assert.All(
            log.Entries,
            entry => Assert.DoesNotContain(Canary, entry.Message + string.Join(' ', entry.Fields.Values), StringComparison.Ordinal)
        );
    }

    [Fact]
    public void The_plugins_own_configuration_is_written_without_them() =>
        Assert.DoesNotContain(
            Canary,
            JsonSerializer.Serialize(
                new TestConfig
                {
                    GitHubSecret = Canary,
                    RotatingSecrets = [Canary],
                    Token = Canary,
                }
            ),
            StringComparison.Ordinal
        );

    private static Dump Filled() =>
        new()
        {
            Key = Canary,
            Keys = [Canary],
            List = [Canary],
            Named = new() { ["a"] = Canary },
            Inner = new() { Key = Canary },
            Shown = "shown",
        };

    public sealed class Dump
    {
        [Secret]
        public string? Key { get; init; }

        [Secret]
        public string[] Keys { get; init; } = [];

        [Secret]
        public List<string> List { get; init; } = [];

        [Secret]
        public Dictionary<string, string> Named { get; init; } = [];

        public Entry Inner { get; init; } = new();

        public string Shown { get; init; } = "";
    }

    public sealed class Entry
    {
        [Secret]
        public string? Key { get; init; }
    }

    public sealed class Listed
    {
        [Secret, JsonIgnore]
        public string? Key { get; init; }

        public string? Shown { get; init; }
    }

    [JsonSerializable(typeof(Listed))]
    internal sealed partial class DumpJson : JsonSerializerContext;
}
