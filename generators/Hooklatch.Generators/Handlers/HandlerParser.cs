using Hooklatch.Generators.Common;
using Hooklatch.Generators.Diagnostics;
using Hooklatch.Generators.Parameters;
using Hooklatch.Generators.Results;
using Hooklatch.Generators.Services;
using Hooklatch.Generators.Validation;
using Hooklatch.Generators.Verification;
using Microsoft.CodeAnalysis;

namespace Hooklatch.Generators.Handlers;

/// <summary>Reads a <c>[Webhook]</c> method. Returns nothing for a declaration that is wrong; the analyzer has said why.</summary>
internal static class HandlerParser
{
    public static HandlerModel? Parse(IMethodSymbol method, AttributeData webhook, Report? report, CancellationToken cancellation)
    {
        if (!method.ReturnsVoid && method.ReturnType.IsBroken() || method.Parameters.Any(parameter => parameter.Type.IsBroken()))
        {
            return null;
        }

        var reportEndpoint = WebhookDeclaration.SpeaksForEndpoint(method) ? report : null;
        // Not short-circuited: an author is told everything that is wrong at once.
        var isValid =
            EndpointParser.TryParseEndpoint(webhook, reportEndpoint, cancellation, out var endpoint)
                & EndpointParser.TryParseMethods(webhook, reportEndpoint, cancellation, out var methods)
                & EventParser.TryParse(method, report, cancellation, out var events)
                & AddressParser.TryParse(method, report, cancellation, out var addresses)
                & CheckReachable(method, report)
                & ResultParser.TryParse(method, report, cancellation, out var result)
                & VerificationParser.TryParse(method, report, cancellation, out var verification, out var limit)
                & CallParser.TryParse(method, report, out var call)
                & ParameterParser.TryParse(
                    method,
                    EndpointTemplate.ParametersOf(endpoint),
                    methods.Length == 0 || methods.Any(HttpMethodName.HasBody),
                    report,
                    cancellation,
                    out var parameters
                )
            && CheckVerified(method, verification, parameters, report);
        var metadata = MetadataParser.Parse(method, report, cancellation);
        if (!isValid)
        {
            return null;
        }

        var isQueued = QueueParser.IsQueued(webhook);
        return new HandlerModel
        {
            Id = ShortName.Of($"{ClassNameOf(method.ContainingType)}_{method.Name}"),
            FileClass = ShortName.Of($"{ClassNameOf(method.ContainingType)}_Handlers"),
            Member = ShortName.Of(method.Name),
            ClassTarget = method.ContainingType.ToDisplayString(),
            Signature = method.ToDisplayString(),
            Target = method.ToTarget(),
            Endpoint = endpoint,
            Methods = methods.ToEquatableArray(),
            Events = events.ToEquatableArray(),
            Metadata = metadata.ToEquatableArray(),
            Settings = new EndpointModel
            {
                Name = webhook.Named<string>("Name") ?? method.Name,
                Description = webhook.Named<string>("Description"),
                MaxBodySize = webhook.Named<long>("MaxBodySize") is > 0 and var own ? own : UploadSize(parameters) ?? limit,
                FormLimits = ParseFormLimits(method),
                Verification = WithoutUnusedAction(method, verification, call!, parameters),
                Addresses = addresses,
                FormEnvelope = parameters.Any(TakesForm) ? null : FormEnvelopeOf(method) ?? verification.Provider.FormEnvelope,
                DetectsDuplicates = MayRepeat(verification) && DetectsDuplicates(webhook),
                Record = isQueued ? null : RecordOf(webhook),
                IsQueued = isQueued,
                Concurrency = isQueued ? QueueParser.FindForEndpoint(method, Names.Concurrency)?.Positional<int>(0) ?? 0 : 0,
                OrderPath = isQueued ? QueueParser.FindForEndpoint(method, Names.InOrder)?.Positional<string>(0) : null,
            },
            Retry = isQueued ? QueueParser.RetryOf(method) : null,
            TimeoutSeconds = isQueued ? webhook.Named<int>("TimeoutSeconds") : 0,
            Marks = MarksOf(method, parameters, cancellation),
            Call = call!,
            Parameters = parameters.ToEquatableArray(),
            Result = result!,
        };
    }

    /// <summary>The marks of the method and its class, of what they take and answer with, and of the attributes that become metadata.</summary>
    private static Marks MarksOf(IMethodSymbol method, ParameterModel[] parameters, CancellationToken cancellation)
    {
        var finder = new MarkFinder(method.ContainingAssembly, cancellation).Call(method).UseAttributes(method);
        if (!method.IsStatic)
        {
            finder.Build(method.ContainingType);
        }

        foreach (var type in method.ContainingType.SelfAndBases())
        {
            finder.UseAttributes(type);
        }

        for (var i = 0; i < parameters.Length; i++)
        {
            if (parameters[i].HasMembers)
            {
                finder.Open(method.Parameters[i].Type);
            }
        }

        return finder.Found;
    }

    private static bool MayRepeat(VerificationModel verification) =>
        verification is { NeedsBody: true } && (verification.DeliveryId is not null || verification.Code is not null);

    private static bool DetectsDuplicates(AttributeData webhook) =>
        !webhook.NamedArguments.Any(argument => argument.Key == "DetectDuplicates") || webhook.Named<bool>("DetectDuplicates");

    private static bool? RecordOf(AttributeData webhook) =>
        webhook.NamedArguments.Any(argument => argument.Key == "Record") ? webhook.Named<bool>("Record") : null;

    /// <summary>Some parameters cannot be bound of a delivery that is verified in a certain way.</summary>
    private static bool CheckVerified(IMethodSymbol method, VerificationModel verification, ParameterModel[] parameters, Report? report)
    {
        var problems = Array.ConvertAll(
            parameters,
            parameter =>
                parameter
                    .Leaves()
                    .Select(leaf => ParameterSources.Of(leaf).ProblemWith(verification))
                    .FirstOrDefault(one => one is not null)
        );
        var first = Array.FindIndex(problems, problem => problem is not null);
        if (first < 0)
        {
            return true;
        }

        var parameter = method.Parameters[first];
        report?.Invoke(Descriptors.UnsupportedParameter, parameter.Location(), parameter.Name, problems[first]!);
        return false;
    }

    /// <summary>What the declared files may have together, and room for the fields and the multipart framing around them.</summary>
    private static long? UploadSize(ParameterModel[] parameters)
    {
        const long Framing = 64 * 1024;
        var files = parameters
            .Where(parameter => ParameterSources.Of(parameter).Body == BodyNeed.Files || parameter.Validation?.FileLimit > 0)
            .ToArray();
        return files.Length > 0 && UploadLimit.Total(files.Select(file => file.Validation)) is > 0 and var total ? total + Framing : null;
    }

    private static EquatableArray<string> ParseFormLimits(IMethodSymbol method) =>
        (method.Attribute(Names.FormLimits)?.NamedArguments ?? [])
            .Where(limit => limit.Value.Value is int)
            .Select(limit => $"{limit.Key} = {Literal.Number((int)limit.Value.Value!)}")
            .ToEquatableArray();

    /// <summary>What happened to an event's subject stands in the body: it is looked up only where somebody asks for it.</summary>
    private static VerificationModel WithoutUnusedAction(
        IMethodSymbol method,
        VerificationModel verification,
        CallModel call,
        ParameterModel[] parameters
    )
    {
        var isUsed =
            WebhookDeclaration.IsEventHandler(method)
            || call.Constructor.Any(service => service.Kind is ServiceKind.WebhookContext)
            || parameters.SelectMany(parameter => parameter.Leaves()).Any(leaf => ParameterSources.Of(leaf).SeesDelivery);
        return isUsed || verification.Event?.ActionPath is null
            ? verification
            : verification with
            {
                Event = verification.Event with { ActionPath = null },
            };
    }

    /// <summary>A handler that takes the fields of a form gets the form, not the payload in one of its fields.</summary>
    private static bool TakesForm(ParameterModel parameter) =>
        parameter.Leaves().Any(leaf => ParameterSources.Of(leaf).Body?.Format == BodyFormat.Form);

    private static string? FormEnvelopeOf(IMethodSymbol method) =>
        (method.Attribute(Names.FormEnvelope) ?? method.ContainingType.Attribute(Names.FormEnvelope))?.Positional<string>(0);

    /// <summary>Whether generated code can call a method.</summary>
    public static bool CheckReachable(IMethodSymbol method, Report? report)
    {
        if (method.IsGenericMethod || method.ContainingType.IsGenericType)
        {
            report?.Invoke(Descriptors.Generic, method.Location(), method.Name);
            return false;
        }

        if (!method.IsReachable(out var obstacle))
        {
            report?.Invoke(Descriptors.NotAccessible, method.Location(), method.Name, $"{obstacle}: make it internal or public");
            return false;
        }

        if (method.ContainingType.IsExtension)
        {
            report?.Invoke(Descriptors.NotAccessible, method.Location(), method.Name, "it stands in an extension block: move it out");
            return false;
        }

        return true;
    }

    /// <summary>The names of a class and those around it.</summary>
    public static string ClassNameOf(INamedTypeSymbol type) =>
        type.ContainingType is { } outer ? $"{ClassNameOf(outer)}_{type.Name}" : type.Name;
}
