using Hooklatch.Generators.Common;
using Hooklatch.Generators.Diagnostics;
using Hooklatch.Generators.Handlers;
using Hooklatch.Generators.Parameters;
using Hooklatch.Generators.Services;
using Microsoft.CodeAnalysis;

namespace Hooklatch.Generators.Jobs;

/// <summary>Reads a method with <c>[Job]</c> or <c>[Recurring]</c>. Returns nothing for a declaration that is wrong; the analyzer has said why.</summary>
internal static class JobParser
{
    public static JobModel? Parse(IMethodSymbol method, AttributeData attribute, Report? report, CancellationToken cancellation)
    {
        if (!method.ReturnsVoid && method.ReturnType.IsBroken() || method.Parameters.Any(parameter => parameter.Type.IsBroken()))
        {
            return null;
        }

        var isRecurring = attribute.AttributeClass.Is(Names.Recurring);
        // Not short-circuited: an author is told everything that is wrong at once.
        var isValid =
            HandlerParser.CheckReachable(method, report)
            & TryParseResult(method, report, cancellation, out var result)
            & CallParser.TryParse(method, report, out var call)
            & CheckMethod(method, call, isRecurring, report)
            & CheckNames(method, attribute, report, cancellation)
            & TryParseSchedule(method, attribute, isRecurring, report, cancellation, out var schedule);
        if (!isValid)
        {
            return null;
        }

        var payload = isRecurring ? null : method.Parameters[0].Type;
        return new JobModel
        {
            Name = JobName.Of(method, attribute),
            Aliases = (attribute.NamedStrings("Aliases") ?? []).ToEquatableArray(),
            Version = attribute.Named<int>("Version") is > 1 and var version ? version : 1,
            TimeoutSeconds = attribute.Named<int>("TimeoutSeconds"),
            Concurrency = QueueParser.Find(method, Names.Concurrency)?.Positional<int>(0) ?? 0,
            Retry = QueueParser.RetryOf(method),
            Schedule = schedule,
            FileClass = ShortName.Of($"{HandlerParser.ClassNameOf(method.ContainingType)}_Jobs"),
            Member = ShortName.Of(method.Name),
            ClassTarget = method.ContainingType.ToDisplayString(),
            Signature = method.ToDisplayString(),
            Target = method.ToTarget(),
            Payload = payload is null ? null : new JobValueModel(payload.ToGlobalName(), payload.ToNotNullName()),
            Result = result,
            Call = call!,
            Arguments = method
                .Parameters.Select((parameter, i) => ArgumentOf(parameter, isPayload: i == 0 && !isRecurring))
                .ToEquatableArray(),
            Marks = MarksOf(method, cancellation),
        };
    }

    private static JobArgumentModel ArgumentOf(IParameterSymbol parameter, bool isPayload) =>
        isPayload ? new(JobArgumentKind.Payload)
        : parameter.Type.Is(Names.JobContext) ? new(JobArgumentKind.Context)
        : parameter.Type.Is(Names.CancellationToken) ? new(JobArgumentKind.CancellationToken)
        : new(JobArgumentKind.Service, ServiceParser.Parse(parameter));

    private static bool TryParseResult(IMethodSymbol method, Report? report, CancellationToken cancellation, out JobValueModel? result)
    {
        result = null;
        var type = method.ReturnType;
        if (type.NullableAnnotation is NullableAnnotation.Annotated)
        {
            report?.Invoke(Descriptors.NotAsynchronous, method.ReturnTypeLocation(cancellation), method.Name, type.ToDisplayString());
            return false;
        }

        if (type.Is(Names.Task) || type.Is(Names.ValueTask))
        {
            return true;
        }

        if (!type.Is(Names.TaskOf) && !type.Is(Names.ValueTaskOf))
        {
            report?.Invoke(Descriptors.NotAsynchronous, method.ReturnTypeLocation(cancellation), method.Name, type.ToDisplayString());
            return false;
        }

        var value = ((INamedTypeSymbol)type).TypeArguments[0];
        result = new JobValueModel(value.ToGlobalName(), value.ToAnnotatedName());
        return true;
    }

    private static bool CheckMethod(IMethodSymbol method, CallModel? call, bool isRecurring, Report? report)
    {
        var problem =
            WebhookDeclaration.Of(method) is not null ? "it is a webhook as well; divide it in two"
            : method.Attribute(Names.Job) is not null && method.Attribute(Names.Recurring) is not null
                ? "it takes jobs and recurs; divide it in two"
            : method.Parameters.FirstOrDefault(parameter => parameter.RefKind is not (RefKind.None or RefKind.In)) is { } byReference
                ? $"'{byReference.Name}' is passed by reference"
            : !isRecurring ? ProblemWithPayload(method)
            : null;
        problem ??= method.Parameters.Skip(isRecurring ? 0 : 1).Select(ProblemWith).FirstOrDefault(one => one is not null);
        if (call?.Constructor.Any(service => service.Kind is ServiceKind.WebhookContext or ServiceKind.HttpContext) is true)
        {
            problem ??=
                "the constructor of its class takes WebhookContext or HttpContext, which exist only while a webhook is handled; put what it needs into the job";
        }

        if (problem is not null)
        {
            report?.Invoke(Descriptors.UnusableJob, method.Location(), method.Name, problem);
        }

        return problem is null;
    }

    private static string? ProblemWithPayload(IMethodSymbol method)
    {
        const string Expected = "write the job as the first parameter, a class or record of your own";
        return method.Parameters is not [var first, ..] ? Expected
            : first.Type.Is(Names.JobContext) || first.Type.Is(Names.CancellationToken) || first.Type.Is(Names.WebhookContext) ? Expected
            : first.Type is not INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct, IsAbstract: false } type
            || type.IsFramework()
                ? $"'{first.Name}' is not of a class or record of your own; a job is stored under the name of its type"
            : type.IsGenericType && method.Attribute(Names.Job)?.Named<string>("Name") is null
                ? $"'{first.Name}' is generic; write a name: [Job(Name = \"…\")]"
            : null;
    }

    private static string? ProblemWith(IParameterSymbol parameter) =>
        parameter.Type.Is(Names.WebhookContext)
        || parameter.Type.Is(Names.HttpContext)
        || parameter.Type.Is(Names.HttpRequest)
        || parameter.Type.Is(Names.HttpResponse)
            ? $"'{parameter.Name}' is there only while a webhook is handled; put into the job what it needs"
        : parameter.Type.IsRefLikeType ? $"'{parameter.Name}' cannot live through an asynchronous call"
        : parameter.Type.Is(Names.JobContext) || parameter.Type.Is(Names.CancellationToken) ? null
        : parameter.Type.IsValueType
        || parameter.Type.SpecialType is SpecialType.System_String
        || parameter.Type is IArrayTypeSymbol
        || ParameterSources.MarkersOf(Bindable.Of(parameter)).Any(IsOfRequest)
            ? $"'{parameter.Name}' is no service; put it into the job"
        : null;

    private static bool IsOfRequest(AttributeData marker) =>
        !marker.AttributeClass.Is(Names.FromServices) && !marker.AttributeClass.Is(Names.FromKeyedServices);

    private static bool CheckNames(IMethodSymbol method, AttributeData attribute, Report? report, CancellationToken cancellation)
    {
        foreach (var name in JobName.AllOf(method, attribute))
        {
            if (JobName.ProblemWith(name) is { } problem)
            {
                report?.Invoke(
                    Descriptors.JobName,
                    attribute.ArgumentLocation(name == JobName.Of(method, attribute) ? "Name" : "Aliases", cancellation)
                        ?? method.Location(),
                    name,
                    method.Name,
                    problem
                );
                return false;
            }
        }

        return true;
    }

    private static bool TryParseSchedule(
        IMethodSymbol method,
        AttributeData attribute,
        bool isRecurring,
        Report? report,
        CancellationToken cancellation,
        out ScheduleModel? schedule
    )
    {
        schedule = null;
        if (!isRecurring)
        {
            return true;
        }

        var expression = attribute.Positional<string>(0) ?? "";
        if (CronText.ProblemWith(expression) is { } problem)
        {
            report?.Invoke(
                Descriptors.Schedule,
                attribute.ArgumentLocation(0, cancellation) ?? method.Location(),
                expression,
                method.Name,
                problem
            );
            return false;
        }

        schedule = new ScheduleModel(
            expression,
            attribute.Named<string>("TimeZone"),
            attribute.Named<int>("Missed"),
            attribute.Named<int>("MaxMissed")
        );
        return true;
    }

    private static Marks MarksOf(IMethodSymbol method, CancellationToken cancellation)
    {
        var finder = new MarkFinder(method.ContainingAssembly, cancellation).Call(method);
        if (!method.IsStatic)
        {
            finder.Build(method.ContainingType);
        }

        return finder.Found;
    }
}
