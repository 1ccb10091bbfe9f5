using Hooklatch.Generators.Common;
using Hooklatch.Generators.Forms;
using Hooklatch.Generators.FromJson;
using Hooklatch.Generators.Parameters;
using Hooklatch.Generators.Results;
using Hooklatch.Generators.Services;
using Hooklatch.Generators.Text;
using Hooklatch.Generators.Validation;

namespace Hooklatch.Generators.Handlers;

/// <summary>Writes the file of one handler: what it is, who sends to it, how its parameters are bound and its method is called.</summary>
internal static class HandlerEmitter
{
    private const string Result = "global::Hooklatch.Http.WebhookResult";

    public static GeneratedFile Emit(HandlerModel handler, PluginModel plugin)
    {
        var marks = Marks.Union(handler.Marks, handler.Settings?.Verification.Marks);
        var writer = GeneratedFile.Begin(marks);
        using (writer.Braces($"namespace {GeneratedFile.NamespaceOf(plugin.Author, plugin.Module)}"))
        {
            writer.Line(
                $"""
                /// <summary>
                /// {Literal.Comment($"{MethodList(handler)} /api/plugin/{plugin.Key}/webhook{handler.Endpoint} → {handler.Target}")}
                /// </summary>
                {GeneratedFile.AttributesFor(marks)}
                """
            );
            using (writer.Braces($"internal static class {handler.ClassName}"))
            {
                if (handler.Settings is { } settings)
                {
                    EndpointEmitter.Emit(writer, settings, handler.Endpoint, ["Handler()"], handler.Methods);
                }

                EmitHandler(writer, handler);
                EmitMetadata(writer, handler);
                DescriptionEmitter.Emit(writer, handler);
                EmitHandle(writer, handler);
                EmitReaders(writer, handler);
            }
        }

        return new GeneratedFile($"{handler.ClassName}.g.cs", writer.ToString());
    }

    private static string MethodList(HandlerModel handler) => handler.Methods.Count == 0 ? "ANY" : string.Join(",", handler.Methods);

    /// <summary>The method that makes the handler: for its own endpoint, or for the one that it shares.</summary>
    private static void EmitHandler(SourceWriter writer, HandlerModel handler)
    {
        (string, string)[] properties =
        [
            .. BodyUses.Of(handler) is { } use
                ? [("BodyUse", $"global::Hooklatch.Endpoints.BodyUse.{use}")]
                : Array.Empty<(string, string)>(),
            .. BodyUses.ReadsRequest(handler) ? [("ReadsRequest", "true")] : Array.Empty<(string, string)>(),
            .. DescriptionEmitter.IsNeeded(handler)
                ? [("Describe", EndpointEmitter.Delegate("Describe"))]
                : Array.Empty<(string, string)>(),
            .. handler.Metadata.Count > 0 ? [("AddMetadata", EndpointEmitter.Delegate("AddMetadata"))] : Array.Empty<(string, string)>(),
        ];
        writer.Line(EndpointEmitter.Inlined);
        using (writer.Braces("internal static global::Hooklatch.Endpoints.WebhookHandler Handler()"))
        {
            writer.Construction(
                "return ",
                "global::Hooklatch.Endpoints.WebhookHandler",
                [Literal.String(handler.ClassName), Literal.String(handler.Target), EndpointEmitter.Delegate("HandleAsync")],
                properties
            );
        }

        writer.Line();
    }

    private static void EmitMetadata(SourceWriter writer, HandlerModel handler)
    {
        if (handler.Metadata.Count > 0)
        {
            using (writer.Braces("private static void AddMetadata(global::System.Collections.Generic.IList<object> metadata)"))
            {
                writer.Lines(handler.Metadata.Select(attribute => $"metadata.Add({attribute});"));
            }

            writer.Line();
        }
    }

    private static void EmitHandle(SourceWriter writer, HandlerModel handler)
    {
        var (modifier, returned) = Awaits(handler) ? ("async ", "{0}") : ("", "new({0})");
        using (
            writer.Braces(
                $"""
                private static {modifier}global::System.Threading.Tasks.ValueTask<global::Hooklatch.Http.WebhookResult> HandleAsync(
                    global::Hooklatch.Deliveries.Delivery delivery)
                """
            )
        )
        {
            ParameterEmitter.EmitBinding(writer, handler.Parameters, returned);
            EmitCall(writer, handler, returned);
        }
    }

    /// <summary>
    /// Whether something is left to do around the author's method, or before it, that takes time: only then is there a state machine, which is
    /// the largest part of what a handler costs the compiler and the binary.
    /// </summary>
    private static bool Awaits(HandlerModel handler) =>
        handler.Call.Disposal is not DisposalKind.None
        || handler.Parameters.SelectMany(parameter => parameter.Leaves()).Any(leaf => ParameterSources.Of(leaf).IsAwaited);

    private static void EmitReaders(SourceWriter writer, HandlerModel handler)
    {
        var leaves = handler.Parameters.SelectMany(parameter => parameter.Leaves()).ToArray();
        var values = leaves.Select(parameter => parameter.JsonValue!).Where(value => value is not null).ToEquatableArray();
        if (values.Count > 0)
        {
            writer.Line();
            JsonProjectionEmitter.Emit(writer, new JsonProjectionPlan(values));
        }

        var forms = leaves.SelectMany(parameter => parameter.FormTypes).ToArray();
        FormEmitter.Emit(writer, forms);
        var texts = leaves.Select(parameter => parameter.Text).Concat(forms.SelectMany(form => form.Members).Select(member => member.Text));
        TextEmitter.EmitReaders(writer, texts.OfType<TextModel>());
        EmitRules(writer, [.. handler.Parameters.Select(parameter => parameter.Validation).OfType<ValidationModel>()]);
    }

    private static void EmitRules(SourceWriter writer, ValidationModel[] models)
    {
        if (models.Length > 0)
        {
            writer.Line();
            ValidationEmitter.EmitMembers(writer, models);
        }
    }

    private static void EmitCall(SourceWriter writer, HandlerModel handler, string returned)
    {
        var call = handler.Call;
        var target = call.TypeName;
        var services = handler
            .Parameters.SelectMany(parameter => parameter.Leaves())
            .Select(parameter => parameter.Service)
            .OfType<ServiceModel>();
        if (call.Constructor.Concat(services).Any(ServiceEmitter.IsFromContainer))
        {
            writer.Line("var services = delivery.Services;");
        }

        ParameterEmitter.EmitObjects(writer, handler.Parameters);
        ParameterEmitter.EmitObjectRules(writer, handler.Parameters, returned);
        if (!call.IsStatic)
        {
            var disposal = call.Disposal switch
            {
                DisposalKind.Asynchronous => "await using ",
                DisposalKind.Synchronous => "using ",
                _ => "",
            };
            writer.Call(
                $"{disposal}var handler = new {call.TypeName}",
                [.. call.Constructor.Select(service => ServiceEmitter.Expression(service))]
            );
            target = "handler";
        }

        string[] arguments = [.. handler.Parameters.Select(ParameterEmitter.Argument)];
        if (Awaits(handler))
        {
            EmitAwaited(writer, handler.Result, $"{target}.{call.MethodName}", arguments);
        }
        else
        {
            EmitReturned(writer, handler.Result, $"{target}.{call.MethodName}", arguments);
        }
    }

    private static void EmitAwaited(SourceWriter writer, ResultModel result, string method, string[] arguments)
    {
        var kind = ResultKinds.Of(result);
        var prefix = kind.HasValue ? "var result = " : "";
        writer.Call($"{prefix}await {method}", arguments);
        writer.Line($"return {kind.Expression(result)};");
    }

    private static void EmitReturned(SourceWriter writer, ResultModel result, string method, string[] arguments)
    {
        var call = $"{method}({string.Join(", ", arguments)})";
        string[] parts = ResultKinds.Of(result).Conversion(result) is { } conversion ? [call, conversion] : [call];
        writer.Call($"return {Result}.After", parts);
    }
}
