using System.Collections.Immutable;
using Hooklatch.Generators.Common;
using Hooklatch.Generators.Diagnostics;
using Hooklatch.Generators.Parameters;
using Hooklatch.Generators.Tests.Fixture;

namespace Hooklatch.Generators.Tests.Parameters;

/// <summary>A parameter of a source, and what is generated for it.</summary>
/// <param name="Parameter">Its declaration, under the name <c>value</c>.</param>
/// <param name="Bound">What binds it, or what is passed.</param>
/// <param name="Body">The member of <c>BodyUse</c>; <see langword="null"/> where nothing is read of the body.</param>
/// <param name="Described">The line of the description; <see langword="null"/> where the sender does not know of it.</param>
internal sealed record SourceSample(string Parameter, string Bound, string? Body = null, string? Described = null)
{
    /// <summary>What every sample may use.</summary>
    private const string Types = """
        using System.IO;
        using System.IO.Pipelines;
        using System.Security.Claims;
        using System.Text.Json;
        using System.Text.Json.Nodes;
        using System.Text.Json.Serialization;
        using Microsoft.AspNetCore.Http;
        using Microsoft.AspNetCore.Mvc;

        public sealed record Push(string Repository);

        public sealed record Report([FromForm(Name = "title")] string Title);

        public sealed record Search([FromHeader(Name = "X-Text")] string Text);

        public sealed record Tenant(string Id)
        {
            public static ValueTask<Tenant?> BindAsync(HttpContext context) => default;

            public static bool TryParse(string text, out Tenant tenant)
            {
                tenant = new(text);
                return true;
            }
        }

        [PluginConfig]
        public sealed class Settings;

        public interface IClock;

        [JsonSerializable(typeof(Push))]
        internal sealed partial class SampleJson : JsonSerializerContext;
        """;

    /// <summary>A sample for each source by its name. One without a sample fails the tests.</summary>
    public static readonly ImmutableDictionary<string, SourceSample> All = new Dictionary<string, SourceSample>
    {
        ["RouteSource"] = new(
            "string id",
            "binder.Route(\"id\").Text()",
            Described: ".AddRoute(new ValueDescription(\"id\", typeof(string)))"
        ),
        ["WebhookContextSource"] = new("WebhookContext value", "Hooks.On(delivery)", "Raw"),
        ["HttpContextSource"] = new("HttpContext value", "Hooks.On(delivery.Http)", "Raw"),
        ["HttpRequestSource"] = new("HttpRequest value", "Hooks.On(delivery.Http.Request)", "Raw"),
        ["HttpResponseSource"] = new("HttpResponse value", "Hooks.On(delivery.Http.Response)"),
        ["CancellationSource"] = new("CancellationToken value", "Hooks.On(delivery.RequestAborted)"),
        ["UserSource"] = new("ClaimsPrincipal value", "Hooks.On(delivery.Http.User)"),
        ["FormFileCollectionSource"] = new("IFormFileCollection value", "binder.Files()", "Files"),
        ["FormCollectionSource"] = new("IFormCollection value", "binder.Form()", "Form"),
        ["FormFileSource"] = new(
            "IFormFile value",
            "binder.File(\"value\")",
            "Files",
            ".AddForm(new ValueDescription(\"value\", typeof(global::Microsoft.AspNetCore.Http.IFormFile)))"
        ),
        ["FormFilesSource"] = new(
            "IReadOnlyList<IFormFile>? value",
            "binder.FilesOrNull(\"value\")",
            "Files",
            ".AddForm(new ValueDescription(\"value\", typeof(global::Microsoft.AspNetCore.Http.IFormFile), isOptional: true, isList: true))"
        ),
        ["UploadedPartsSource"] = new("IAsyncEnumerable<UploadedPart> value", "binder.Parts()", "Parts"),
        ["CustomSource"] = new("Tenant value", "binder.Bound(\"value\", await global::Tenant.BindAsync(delivery.Http))", "Raw"),
        ["ServiceSource"] = new("IClock value", "Required<global::IClock>(services)"),
        ["HeaderSource"] = new(
            "[FromHeader(Name = \"X-Value\")] string[] value",
            "binder.HeaderList(\"X-Value\")",
            Described: ".AddHeader(new ValueDescription(\"X-Value\", typeof(string), isOptional: true, isList: true))"
        ),
        ["QuerySource"] = new("int value = 3", "binder.Query(\"value\").ParseOr<int>(3)", Described: "Default = 3 })"),
        ["FormTextSource"] = new(
            "[FromForm] string value",
            "binder.Form(\"value\").Text()",
            "Form",
            ".AddForm(new ValueDescription(\"value\", typeof(string)))"
        ),
        ["FormObjectSource"] = new(
            "[FromForm] Report value",
            "Forms.ReadReport(binder.FormObject())",
            "Form",
            ".AddForm(new ValueDescription(\"title\", typeof(string)))"
        ),
        ["JsonElementSource"] = new("JsonElement? value", "binder.ElementOrNull()", "OptionalJson"),
        ["JsonNodeSource"] = new("JsonNode value", "binder.Node<global::System.Text.Json.Nodes.JsonNode>()", "Json"),
        ["BodyStreamSource"] = new("Stream value", "binder.BodyStream()", "Stream"),
        ["BodyPipeSource"] = new("PipeReader value", "binder.BodyPipe()", "Stream"),
        ["RawBodySource"] = new("ReadOnlyMemory<byte> value", "binder.RawBody()", "Raw"),
        ["JsonBodySource"] = new("Push value", "binder.Json(Json.SampleJsonType<global::Push>.Info)", "Json", ".AddPayload(Json."),
        ["JsonValueSource"] = new(
            "[FromJson(\"$.a\")] int value",
            "var value = json.Required<int, JsonInteger<int>>(0);",
            "Json",
            ".AddJson(new ValueDescription(\"a\", typeof(int)))"
        ),
        ["MembersSource"] = new(
            "[AsParameters] Search value",
            "var value = new global::Search(value_Text)",
            Described: ".AddHeader(new ValueDescription(\"X-Text\", typeof(string)))"
        ),
    }.ToImmutableDictionary();

    /// <summary>The sources without a sample.</summary>
    public static IEnumerable<string> Missing(IEnumerable<ParameterSource> sources) =>
        sources.Select(source => source.Name).Where(name => !All.ContainsKey(name));

    /// <summary>What is generated for a handler with one parameter at <c>/hook/{id}</c>.</summary>
    public static Generation Generate(string parameter) =>
        Project
            .Plugin(
                Types,
                $$"""
                using System.IO;
                using System.IO.Pipelines;
                using System.Security.Claims;
                using System.Text.Json;
                using System.Text.Json.Nodes;
                using Microsoft.AspNetCore.Http;
                using Microsoft.AspNetCore.Mvc;

                public static class Hooks
                {
                    [Webhook("/hook/{id}")]
                    [Unverified("sample")]
                    public static Task On({{parameter}}) => Task.CompletedTask;
                }
                """
            )
            .Generate()
            .ShouldCompile();
}
