namespace Hooklatch.Generators.Tests.Models;

/// <summary>A plugin that fills every property of every model at least once.</summary>
internal static class Everything
{
    public const string Source = """
        using System.Collections.Immutable;
        using System.ComponentModel.DataAnnotations;
        using System.Net;
        using System.Runtime.Serialization;
        using System.Text.Json;
        using System.Text.Json.Nodes;
        using System.Text.Json.Serialization;
        using Hooklatch.Signing;
        using Hooklatch.Verification;
        using Microsoft.AspNetCore.Http;
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.Extensions.DependencyInjection;

        [assembly: Plugin("dev", "sample", Name = "Sample", Description = "Uses everything.")]

        return;

        public enum Level { Low, [EnumMember(Value = "high")] High }

        public sealed record Push(string Repository);

        [JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
        [JsonSerializable(typeof(Push))]
        [JsonSerializable(typeof(List<string>))]
        [JsonSerializable(typeof(Order))]
        [JsonSerializable(typeof(Crunch))]
        internal sealed partial class SampleJson : JsonSerializerContext;

        public sealed record Crunch(string Text);
        public interface ICruncher;

        public static class Jobs
        {
            [Job(Name = "crunch", Aliases = ["grind"], Version = 2, TimeoutSeconds = 30), Retry(MaxAttempts = 3), Concurrency(2)]
            public static Task<Push> Run(Crunch job, JobContext context, CancellationToken cancellation, ICruncher cruncher) =>
                Task.FromResult(new Push(job.Text));

            [Recurring("0 * * * *", TimeZone = "Europe/Berlin", Missed = MissedRuns.All, MaxMissed = 3)]
            public static Task Sweep() => Task.CompletedTask;
        }

        public sealed record Author(string Name);

        public sealed record Report(string Title, int Pages = 1)
        {
            public Author? Author { get; init; }
            public List<Author>? Readers { get; init; }
            public Author[]? Others { get; init; }
            public IFormFile? Cover { get; init; }
            public Level? Level { get; init; }
        }

        public sealed record Search([FromQuery] string Text)
        {
            [FromHeader] public Version? Client { get; init; }
            public Uri? Home { get; init; }
        }

        public sealed record Version(int Number)
        {
            public static bool TryParse(string text, out Version version)
            {
                version = new Version(text.Length);
                return true;
            }
        }

        [AttributeUsage(AttributeTargets.Class)]
        public sealed class ConsistentAttribute : ValidationAttribute;

        public sealed record Line([property: Range(1, 99)] int Count);

        [Consistent]
        [JsonDerivedType(typeof(UrgentOrder))]
        public record Order : IValidatableObject
        {
            [Required, StringLength(20, MinimumLength = 3)] public string? Number { get; init; }
            [Display(Name = "The mail"), JsonPropertyName("e_mail"), EmailAddress] public string? Mail { get; init; }
            [MinLength(1)] public ImmutableArray<int> Steps { get; init; }
            public List<Line>? Lines { get; init; }
            public Dictionary<string, List<Line>>? Gifts { get; init; }

            public IEnumerable<ValidationResult> Validate(ValidationContext context) => [];
        }

        public sealed record UrgentOrder : Order
        {
            [Range(1, 3)] public int Hours { get; init; }
        }

        [PluginConfig]
        public sealed class SampleConfig
        {
            [Secret] public required string Secret { get; init; }
            /// <summary>How many.</summary>
            [Range(1, 9)] public int Count { get; init; } = 3;
            public int? Most { get; init; }
            public List<int> Numbers { get; init; } = [];
            public NestedConfig? Nested { get; init; }
            public Dictionary<string, Sample.Tenant> Tenants { get; init; } = [];
        }

        public interface IGreeter;

        #pragma warning disable TRY3

        [System.Diagnostics.CodeAnalysis.Experimental("TRY3")]
        public interface ITried;

        public sealed class Limits;

        [PluginExport]
        internal sealed class Greeter(
            SampleConfig config, IPluginStorage storage, Microsoft.Extensions.Options.IOptions<Limits> limits, ITried tried) : IGreeter
        {
            public override string ToString() => $"{config}{storage}{limits}{tried}";
        }

        internal sealed class Lifecycle(IGreeter? greeter) : IPluginLifecycle
        {
            public override string ToString() => $"{greeter}";

            [PluginRoutes]
            public static void Map(Microsoft.AspNetCore.Routing.RouteGroupBuilder routes) { }

            [PluginServices]
            public static void Configure(IServiceCollection services, Microsoft.Extensions.Configuration.IConfiguration configuration) { }
        }

        public sealed class NestedConfig
        {
            public required Level Level { get; init; }
        }

        [HmacScheme(
            HmacAlgorithm.Sha256, Header = "X-Fields", Field = "v1", ItemSeparator = ';', FieldSeparator = ':', KeyEncoding = KeyEncoding.Base64,
            KeyPrefix = "key_", SecretIndex = 1, WhenHeader = "X-Version", WhenEquals = "2",
            SignedContent = "{method}|{url}|{header:X-Id}|{query:q}|{body}|{body:id}|{timestamp}")]
        [TimestampFrom(Field = "t", Unit = TimeUnit.Iso8601, ToleranceSeconds = 60, FutureToleranceSeconds = 30)]
        [RequireHeader("X-Scheme", "one")]
        [EventFrom(JsonPath = "type", ActionJsonPath = "action")]
        [DeliveryIdFrom(JsonPath = "id")]
        [Handshake(Method = "GET", WhenQuery = "hub.mode", EchoQuery = "hub.challenge", TokenQuery = "hub.token", TokenProperty = nameof(VerifyToken))]
        [Handshake(WhenJsonPath = "kind", WhenEquals = "ping", EchoJsonPath = "challenge", Mac = HandshakeMac.HmacSha256Hex, Status = 201)]
        [CloudEventsHandshake]
        [Acknowledge(200, "ok", ContentType = "text/html")]
        [InvalidStatus(401, HasNoBody = true)]
        [ReplyHeader("X-Fixed", "yes")]
        [Setup("https://example.com/webhooks", "Paste {url}.", "Copy the secret into {setting}.", Provider = "Full")]
        [Accepts("text/plain")]
        [FormEnvelope("payload")]
        public sealed partial class FullSignatureAttribute : SignatureAttribute
        {
            public string? VerifyToken { get; set; }
        }

        [HmacScheme(HmacAlgorithm.Sha256, Header = "X-Signature", SignedContent = "{body}")]
        [TimestampFrom(JsonPath = "time", ToleranceSeconds = 60)]
        [EventFrom(Query = "event")]
        public sealed partial class TenantSignatureAttribute : SignatureAttribute;

        [HmacScheme(HmacAlgorithm.Sha256, Header = "X-Numbered-", IsNumbered = true, SignedContent = "{body}.{decodedUrl}")]
        [DigestScheme(DigestAlgorithm.Sha1, JsonPath = "signature", SignedContent = "{secret}.{body:payload}")]
        [PublicKeyScheme<RsaSha256Key>(Header = "X-Rsa", HashedTwice = true, KeyEncoding = KeyEncoding.Hex)]
        [RequireAllSchemes]
        public sealed partial class EverySignatureAttribute : SignatureAttribute;

        [TokenScheme(Header = "Authorization", Prefix = "Basic ", IsBase64 = true)]
        public sealed partial class BasicTokenAttribute : SignatureAttribute;

        public sealed class CodeSignatureAttribute(string text) : Hooklatch.Verification.Custom.CodeSignatureAttribute
        {
            public int[]? Numbers { get; set; }

            public override Hooklatch.Verification.Custom.IRequestVerifier CreateVerifier(Hooklatch.Verification.Custom.VerifierSettings settings) =>
                throw new NotSupportedException(text);
        }

        public sealed class Tenants([FromKeyedServices("tenants")] IDisposable? store) : ISecretSource
        {
            public ValueTask<IReadOnlyList<string>?> GetSecretsAsync(SecretRequest request, CancellationToken cancellation) =>
                throw new NotSupportedException($"{store}");
        }

        [Webhook("/events", Methods = ["POST"])]
        [FullSignature(Secret = "Secret", VerifyToken = "Token")]
        [AllowFrom("192.0.2.0/24", "2001:db8::/32", Configuration = "Networks")]
        public sealed class EventHooks
        {
            [OnEvent("issues.opened")]
            [OnEvent("issues.closed")]
            public Task OnIssue() => Task.CompletedTask;

            [OnEvent("push")]
            public Task OnPush() => Task.CompletedTask;

            [OnEvent("*")]
            public Task OnOther() => Task.CompletedTask;
        }

        public static class MoreHooks
        {
            [Webhook("/tenants/{tenant}")]
            [TenantSignature(SecretSource = typeof(Tenants))]
            public static Task OnTenant([FromRoute] string tenant) => Task.CompletedTask;

            [Webhook("/tokens/{tenant}")]
            [SharedToken(Header = "X-Token", SecretSource = typeof(Tenants))]
            public static Task OnToken([FromRoute] string tenant) => Task.CompletedTask;

            [Webhook("/every")]
            [EverySignature(Secret = "Secret", PublicKey = "Key")]
            public static Task OnEvery() => Task.CompletedTask;

            [Webhook("/basic")]
            [BasicToken(Secret = "Secret")]
            public static Task OnBasic() => Task.CompletedTask;

            [Webhook("/queued", Mode = WebhookMode.Queued, TimeoutSeconds = 30)]
            [Retry(MaxAttempts = 5, FirstDelaySeconds = 1, MaxDelaySeconds = 60), InOrder("customer"), Concurrency(4)]
            [Unverified("sample")]
            public static Task OnQueued() => Task.CompletedTask;

            [Webhook("/code")]
            [CodeSignature("text", Numbers = [1, 2])]
            public static Task OnCode() => Task.CompletedTask;
        }

        namespace Sample
        {
            public sealed partial record Tenant
            {
                [Secret] public string? Key { get; init; }
                public string? Name { get; init; }
            }
        }

        [HmacScheme(HmacAlgorithm.Sha512, Header = "X-Signature", Prefix = "v1=", Encoding = SignatureEncoding.Base64, SignedContent = "{timestamp}.{body}")]
        [TimestampFrom(Header = "X-Time", Unit = TimeUnit.Milliseconds, ToleranceSeconds = 300)]
        [EventFrom(Header = "X-Event")]
        [DeliveryIdFrom(Header = "X-Delivery")]
        public sealed class AcmeSignatureAttribute : SignatureAttribute;

        public sealed class Hooks(
            SampleConfig config, [FromKeyedServices("key")] IDisposable? keyed, [FromKeyedServices("key")] ITried tried,
            Microsoft.Extensions.Options.IOptions<Limits> limits, HttpContext http) : IAsyncDisposable
        {
            [Webhook("/signed", Methods = ["POST"], Name = "Signed", Description = "Is signed.", MaxBodySize = 4096)]
            [AcmeSignature(Secret = "Secret")]
            public Task<(List<string?>, int)> OnSigned(
                WebhookContext context, [FromHeader(Name = "X-Text")] string text, [FromHeader] Level[] levels, [FromQuery] int? maybe,
                [FromQuery] IPAddress address, [FromBody] List<string?> body = null!, [FromServices] IDisposable service = null!, int number = 5,
                CancellationToken cancellation = default) => Task.FromResult<(List<string?>, int)>(([$"{config}{keyed}{tried}{limits}{http}"], 200));

            [Webhook("/token")]
            [SharedToken(Header = "Authorization", Prefix = "Bearer ", Secret = "Secret")]
            public Task<string> OnToken(JsonObject? body) => Task.FromResult("");

            [Webhook("/query", Record = true)]
            [SharedToken(Query = "token", Secret = "Secret")]
            [Obsolete("Old.", error: true)]
            public static Task OnQuery(JsonElement body, [FromQuery, NotCredential] int? tokenCount) => Task.CompletedTask;

            [Webhook("/json")]
            [Unverified("sample")]
            public Task<JsonNode?> OnJson(
                [FromJson("a.b[0]|c")] string a, [FromJson("d[*].e")] Level[]? d, [FromJson("f")] int? f, [FromJson("g")] JsonElement g,
                [FromJson("h")] List<int?> h, [FromJson("i")] Level? i = Level.High) => Task.FromResult<JsonNode?>(null);

            [Webhook("/form/{room}")]
            [FormLimits(MaxFields = 10)]
            [Unverified("sample")]
            public static Task OnForm([FromRoute] string room, [FromForm] Report report, [FromForm] string? note, IFormFile? file) =>
                Task.CompletedTask;

            [Webhook("/object")]
            [Unverified("sample")]
            public static Task OnObject([AsParameters] Search search) => Task.CompletedTask;

            [Webhook("/order")]
            [Unverified("sample")]
            public static Task OnOrder([FromBody] Order order, [Range(1, 9)] int count, [FromHeader, RegularExpression("a+")] string? note) =>
                Task.CompletedTask;

            [Webhook("/upload")]
            [EndpointSummary("Takes a file.")]
            [System.Diagnostics.CodeAnalysis.Experimental("TRY1")]
            [Unverified("sample")]
            public static Task OnUpload([MaxSize("5MB")] IFormFile file) => Task.CompletedTask;

            public ValueTask DisposeAsync() => default;
        }
        """;
}
