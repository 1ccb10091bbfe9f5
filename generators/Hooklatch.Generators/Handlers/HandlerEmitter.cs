using Hooklatch.Generators.Common;
using Hooklatch.Generators.Forms;
using Hooklatch.Generators.FromJson;
using Hooklatch.Generators.Parameters;
using Hooklatch.Generators.Results;
using Hooklatch.Generators.Services;
using Hooklatch.Generators.Text;
using Hooklatch.Generators.Validation;

namespace Hooklatch.Generators.Handlers;

/// <summary>
/// Writes the members of one handler: what makes its endpoint, what describes it, and the method that binds a delivery and calls the author's.
/// </summary>
internal static class HandlerEmitter
{
    private const string Result = "WebhookResult";

    /// <summary>Writes what makes the handler's own endpoint, as a statement of the class's map.</summary>
    public static void EmitEndpoint(SourceWriter writer, HandlerModel handler, PluginModel plugin)
    {
        writer.Line($"// {Summary(handler, plugin)}");
        EndpointEmitter.Emit(writer, handler.Settings!, handler.Endpoint, [Construction(handler)], handler.Methods);
        writer.Line();
    }

    public static void Emit(SourceWriter writer, HandlerModel handler, PluginModel plugin, JsonEnumEmitter enums)
    {
        if (handler.Settings is null)
        {
            writer
                .Line($"/// <summary>{Summary(handler, plugin)}</summary>")
                .Line($"internal static WebhookHandler {handler.Member}_Handler() => {Construction(handler)};")
                .Line();
        }

        EmitMetadata(writer, handler);
        DescriptionEmitter.Emit(writer, handler);
        EmitHandle(writer, handler, plugin, enums);
        EmitReaders(writer, handler);
        writer.Line();
    }

    private static string Summary(HandlerModel handler, PluginModel plugin) =>
        Literal.Comment($"{MethodList(handler)} /api/plugin/{plugin.Key}/webhook{handler.Endpoint} → {handler.Target}");

    private static string MethodList(HandlerModel handler) => handler.Methods.Count == 0 ? "ANY" : string.Join(",", handler.Methods);

    /// <summary>What makes the handler, for its own endpoint or for the one that it shares.</summary>
    /// <summary>How something is tried again.</summary>
    public static string RetryPolicy(RetryModel retry) =>
        $"new({Literal.Number(retry.MaxAttempts)}, {Literal.Number(retry.FirstDelaySeconds)}, {Literal.Number(retry.MaxDelaySeconds)})";

    private static string Construction(HandlerModel handler)
    {
        string[] properties =
        [
            .. BodyNeeds.Of(handler) is { } use ? [$"BodyUse = BodyUse.{use}"] : Array.Empty<string>(),
            .. BodyNeeds.ReadsRequest(handler) ? ["ReadsRequest = true"] : Array.Empty<string>(),
            .. ParameterEmitter.BindsNothing(handler.Parameters) ? ["BindsNothing = true"] : Array.Empty<string>(),
            .. DescriptionEmitter.IsNeeded(handler)
                ? [$"Describe = {EndpointEmitter.Delegate($"{handler.Member}_Describe")}"]
                : Array.Empty<string>(),
            .. handler.Metadata.Count > 0
                ? [$"AddMetadata = {EndpointEmitter.Delegate($"{handler.Member}_AddMetadata")}"]
                : Array.Empty<string>(),
            .. handler.Retry is { } retry ? [$"Retry = {RetryPolicy(retry)}"] : Array.Empty<string>(),
            .. handler.TimeoutSeconds > 0 ? [$"TimeoutSeconds = {Literal.Number(handler.TimeoutSeconds)}"] : Array.Empty<string>(),
        ];
        var call = EndpointEmitter.Delegate($"{handler.Member}_HandleAsync");
        var construction = $"new WebhookHandler({Literal.String(handler.Id)}, {Literal.String(handler.Target)}, {call})";
        return properties.Length == 0
            ? construction
            : $"{construction}\n{{\n{string.Concat(properties.Select(property => $"    {property},\n"))}}}";
    }

    private static void EmitMetadata(SourceWriter writer, HandlerModel handler)
    {
        if (handler.Metadata.Count > 0)
        {
            using (
                writer.Braces(
                    $"private static void {handler.Member}_AddMetadata(global::System.Collections.Generic.IList<object> metadata)"
                )
            )
            {
                writer.Lines(handler.Metadata.Select(attribute => $"metadata.Add({attribute});"));
            }

            writer.Line();
        }
    }

    private static void EmitHandle(SourceWriter writer, HandlerModel handler, PluginModel plugin, JsonEnumEmitter enums)
    {
        var awaits = Awaits(handler);
        var values = handler
            .Parameters.SelectMany(parameter => parameter.Leaves())
            .Select(leaf => leaf.JsonValue!)
            .Where(value => value is not null);
        if (values.Any())
        {
            writer.Line($"private static JsonShape? {handler.Member}_Json;").Line();
        }

        writer.Line($"/// <summary>{Summary(handler, plugin)}</summary>");
        var modifier = awaits ? "async " : "";
        using (writer.Braces($"private static {modifier}ValueTask<{Result}> {handler.Member}_HandleAsync(Delivery delivery)"))
        {
            ParameterEmitter.EmitBinding(writer, handler.Parameters, handler.Member, awaits, enums);
            EmitCall(writer, handler, awaits);
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
        FormEmitter.Emit(
            writer,
            handler.Member,
            handler.Parameters.SelectMany(parameter => parameter.Leaves()).SelectMany(leaf => leaf.FormTypes)
        );
        ValidationModel[] models = [.. handler.Parameters.Select(parameter => parameter.Validation).OfType<ValidationModel>()];
        if (models.Length > 0)
        {
            writer.Line();
            ValidationEmitter.EmitMembers(writer, $"{handler.Member}_Rules", models);
        }
    }

    private static void EmitCall(SourceWriter writer, HandlerModel handler, bool awaits)
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
        ParameterEmitter.EmitObjectRules(writer, handler.Parameters, handler.Member, awaits);
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
        if (awaits)
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
        writer.Line($"return {ResultKinds.Of(result).After(result, call)};");
    }
}
