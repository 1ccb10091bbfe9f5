using System.Text.Json.Nodes;

namespace Hooklatch.Build.Tests;

/// <summary>The page and the data about webhooks that a build writes where a project asks for them, from this assembly as from any plugin.</summary>
public sealed class ManifestFileTests
{
    private static readonly string Own = typeof(ManifestFileTests).Assembly.Location;

    [Fact]
    public void The_data_names_every_webhook_with_its_path_methods_events_and_verification()
    {
        var plugin = Manifest()["plugins"]!.AsArray().Single()!;

        Assert.Equal("tests.build", (string)plugin["key"]!);
        Assert.Equal(
            ["/events", "/open", "/push/{id}", "/token"],
            plugin["webhooks"]!.AsArray().Select(webhook => (string)webhook!["endpoint"]!)
        );
        AssertJson(
            """
            {
              "endpoint": "/events",
              "path": "/api/plugin/tests.build/webhook/events",
              "methods": ["POST"],
              "events": ["charge.failed", "charge.refunded", "invoice.paid"],
              "queued": false,
              "description": null,
              "verification": { "attribute": "StripeSignature", "text": "HMAC-SHA256 in Stripe-Signature", "secrets": ["Token"] }
            }
            """,
            plugin["webhooks"]![0]
        );
        AssertJson(
            """{ "attribute": "Unverified", "text": "unverified (it `says` nothing)", "secrets": [] }""",
            plugin["webhooks"]![1]!["verification"]
        );
        Assert.Equal("What was *pushed* | <b>.", (string)plugin["webhooks"]![2]!["description"]!);
    }

    [Fact]
    public void The_data_has_a_version_and_the_schema_of_every_setting()
    {
        var manifest = Manifest();

        Assert.Equal(1, (int)manifest["version"]!);
        var plugin = manifest["plugins"]![0]!;
        AssertJson("""["Warehouse", "Greeting"]""", plugin["required"]);
        AssertJson("""{ "type": "string", "writeOnly": true }""", plugin["settings"]!["Token"]);
    }

    [Fact]
    public void The_page_is_what_a_reader_pastes_into_a_README() =>
        Assert.Equal(
            """
            <!-- Written by the build of Hooklatch. -->

            # Webhooks

            ## tests.build

            A host that configures no other `Hooklatch:Prefix` serves:

            | methods | path | verified by | events | receives |
            |---|---|---|---|---|
            | `POST` | `/api/plugin/tests.build/webhook/events` | `[StripeSignature]`: HMAC-SHA256 in Stripe-Signature, by `Token` | `charge.failed`, `charge.refunded`, `invoice.paid` |  |
            | every | `/api/plugin/tests.build/webhook/open` | `[Unverified]`: unverified \(it \`says\` nothing\) | all |  |
            | `POST`, `PUT` | `/api/plugin/tests.build/webhook/push/{id}` | `[GitHubSignature]`: HMAC-SHA256 in X-Hub-Signature-256, by `Token` | all | What was \*pushed\* \| \<b\>. |
            | `POST` | `/api/plugin/tests.build/webhook/token` | `[SharedToken]`: token in X-Token, by `Token` | all |  |

            Settings, below `Plugins:tests.build`:

            | setting | type | default | is |
            |---|---|---|---|
            | `Warehouse` | URL |  | required. Where the "goods" are, or C:\\. |
            | `Token` | string |  | secret |
            | `BatchSize` | integer | `20` |  |
            | `Patience` | string |  |  |
            | `Day` | Sunday or Monday or Tuesday or Wednesday or Thursday or Friday or Saturday |  |  |
            | `Greeting` | string |  | required |
            | `Größen:{name}:Warehouse` | URL |  | Where the "goods" are, or C:\\. |
            | `Größen:{name}:Token` | string |  | secret |
            | `Größen:{name}:BatchSize` | integer | `20` |  |
            | `Größen:{name}:Patience` | string |  |  |
            | `Größen:{name}:Day` | Sunday or Monday or Tuesday or Wednesday or Thursday or Friday or Saturday |  |  |

            """,
            Page(),
            ignoreLineEndingDifferences: true
        );

    [Fact]
    public void Only_what_is_asked_for_is_written()
    {
        using var folder = new TemporaryFolder();

        Assert.Equal([folder.PathOf("m.json")], FactsFiles.Write([Own], "", folder.PathOf("m.json")));
        Assert.Empty(FactsFiles.Write([Own], "", folder.PathOf("m.json")));
        Assert.Equal([folder.PathOf("deep", "W.md")], FactsFiles.Write([Own], folder.PathOf("deep", "W.md"), ""));
        Assert.Empty(FactsFiles.Write([typeof(object).Assembly.Location], folder.PathOf("none.md"), ""));
    }

    [Fact]
    public void The_prefix_is_that_of_a_host_that_configures_none() =>
        Assert.Equal(PluginWebhook.DefaultPrefix, new HooklatchOptions().Prefix);

    [Theory]
    [InlineData("a|b", @"`a\|b`")]
    [InlineData("a`b", "``a`b``")]
    [InlineData("`", "`` ` ``")]
    [InlineData("a\nb", "`a b`")]
    [InlineData(" ", "")]
    public void Code_means_itself(string text, string expected) => Assert.Equal(expected, Markdown.Code(text));

    [Theory]
    [InlineData("[a](javascript:b)", @"\[a\]\(javascript:b\)")]
    [InlineData("<script>", @"\<script\>")]
    [InlineData("a\n\n# b", @"a  \# b")]
    [InlineData("https://a_b.c", @"https://a\_b.c")]
    public void A_text_means_itself(string text, string expected) => Assert.Equal(expected, Markdown.Text(text));

    [Theory]
    [InlineData("{")]
    [InlineData("""{ "a" 1 }""")]
    [InlineData("""{ "a": "b }""")]
    [InlineData("""[1, ]""")]
    [InlineData("\"\\u00g0\"")]
    [InlineData("{} {}")]
    public void What_is_not_JSON_is_an_error(string text) => Assert.Throws<FormatException>(() => JsonReader.Read(text));

    private static JsonNode Manifest()
    {
        using var folder = new TemporaryFolder();
        FactsFiles.Write([Own], "", folder.PathOf("m.json"));
        return JsonNode.Parse(File.ReadAllText(folder.PathOf("m.json")))!;
    }

    private static string Page()
    {
        using var folder = new TemporaryFolder();
        FactsFiles.Write([Own], folder.PathOf("W.md"), "");
        return File.ReadAllText(folder.PathOf("W.md"));
    }

    private static void AssertJson(string expected, JsonNode? actual) =>
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), actual), actual?.ToJsonString());
}
