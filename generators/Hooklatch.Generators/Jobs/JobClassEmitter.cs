using Hooklatch.Generators.Common;
using Hooklatch.Generators.Handlers;
using Hooklatch.Generators.Json;
using Hooklatch.Generators.Services;

namespace Hooklatch.Generators.Jobs;

/// <summary>Writes the file of one class of jobs: what adds them, and the calls that run them.</summary>
internal static class JobClassEmitter
{
    /// <summary>Imported within the namespace, so that they come before every type of the author's.</summary>
    private const string Usings = """
        using global::Hooklatch.Jobs;
        using global::System.Threading.Tasks;

        """;

    /// <summary>The members of <c>Hooklatch.MissedRuns</c>; a test holds them equal.</summary>
    public static readonly string[] MissedRuns = ["Once", "Skip", "All"];

    public static GeneratedFile Emit(JobClassModel model, PluginModel plugin)
    {
        var marks = Marks.Union(model.Jobs.Select(job => job.Marks));
        var writer = GeneratedFile.Begin(marks);
        using (writer.Braces($"namespace {GeneratedFile.NamespaceOf(plugin.Author, plugin.Module)}"))
        {
            writer.Line(
                $"""
                {Usings}
                /// <summary>{Literal.Comment($"The jobs of {model.Target}.")}</summary>
                {GeneratedFile.AttributesFor(marks)}
                """
            );
            using (writer.Braces($"internal static class {model.Name}"))
            {
                writer.Line("/// <summary>Adds the jobs.</summary>");
                using (writer.Braces("internal static void Map(JobMap map)"))
                {
                    foreach (var job in model.Jobs)
                    {
                        EmitConstruction(writer, job);
                    }
                }

                foreach (var job in model.Jobs)
                {
                    writer.Line();
                    EmitRun(writer, job);
                }
            }
        }

        return new GeneratedFile($"{model.Name}.g.cs", writer.ToString());
    }

    private static void EmitConstruction(SourceWriter writer, JobModel job)
    {
        string[] properties =
        [
            .. job.Aliases.Count > 0 ? [$"Aliases = [{string.Join(", ", job.Aliases.Select(Literal.String))}]"] : Array.Empty<string>(),
            .. job.Version > 1 ? [$"Version = {Literal.Number(job.Version)}"] : Array.Empty<string>(),
            .. job.Schedule is { } schedule ? [$"Schedule = {Construction(schedule)}"] : Array.Empty<string>(),
            .. job.Retry is { } retry ? [$"Retry = {HandlerEmitter.RetryPolicy(retry)}"] : Array.Empty<string>(),
            .. job.TimeoutSeconds > 0 ? [$"TimeoutSeconds = {Literal.Number(job.TimeoutSeconds)}"] : Array.Empty<string>(),
            .. job.Concurrency > 0 ? [$"Concurrency = {Literal.Number(job.Concurrency)}"] : Array.Empty<string>(),
        ];
        var type = job.Payload is { } payload ? $"JobHandler<{payload.TypeName}>" : "RecurringHandler";
        var json = job.Payload is { } covered ? $"{JsonEmitter.TypeInfo(covered.JsonContext!, covered.AnnotatedTypeName)}, " : "";
        var construction = $"new {type}({Literal.String(job.Name)}, {Literal.String(job.Target)}, {json}new({job.Member}_RunAsync))";
        writer.Line($"// {Literal.Comment(job.Name)} → {Literal.Comment(job.Target)}");
        writer.Line(
            properties.Length == 0
                ? $"map.Add({construction});"
                : $"map.Add({construction}\n{{\n{string.Concat(properties.Select(property => $"    {property},\n"))}}});"
        );
        writer.Line();
    }

    private static string Construction(ScheduleModel schedule)
    {
        string[] arguments =
        [
            Literal.String(schedule.Expression),
            .. schedule.TimeZone is { } zone ? [$"TimeZone: {Literal.String(zone)}"] : Array.Empty<string>(),
            .. schedule.Missed is 1 or 2 ? [$"Missed: global::Hooklatch.MissedRuns.{MissedRuns[schedule.Missed]}"] : Array.Empty<string>(),
            .. schedule.MaxMissed > 0 ? [$"MaxMissed: {Literal.Number(schedule.MaxMissed)}"] : Array.Empty<string>(),
        ];
        return $"new JobSchedule({string.Join(", ", arguments)})";
    }

    private static void EmitRun(SourceWriter writer, JobModel job)
    {
        var awaits = job.Call.Disposal is not DisposalKind.None;
        var parameters = job.Payload is { } payload ? $"{payload.TypeName} job, JobRun run" : "JobRun run";
        writer.Line($"/// <summary>{Literal.Comment($"{job.Name} → {job.Target}")}</summary>");
        using (writer.Braces($"private static {(awaits ? "async " : "")}ValueTask<JobResult> {job.Member}_RunAsync({parameters})"))
        {
            var services = job.Arguments.Select(argument => argument.Service).OfType<ServiceModel>();
            if (job.Call.Constructor.Concat(services).Any(ServiceEmitter.IsFromContainer))
            {
                writer.Line("var services = run.Services;");
            }

            var target = job.Call.TypeName;
            if (!job.Call.IsStatic)
            {
                var disposal = job.Call.Disposal switch
                {
                    DisposalKind.Asynchronous => "await using ",
                    DisposalKind.Synchronous => "using ",
                    _ => "",
                };
                writer.Call(
                    $"{disposal}var handler = new {job.Call.TypeName}",
                    [.. job.Call.Constructor.Select(service => ServiceEmitter.Expression(service, "run.Plugin"))]
                );
                target = "handler";
            }

            var call = $"{target}.{job.Call.MethodName}({string.Join(", ", job.Arguments.Select(Argument))})";
            var json = job.Result is { } result ? $", {JsonEmitter.TypeInfo(result.JsonContext!, result.AnnotatedTypeName)}" : "";
            writer.Line($"return {(awaits ? "await " : "")}JobResult.After({call}{json});");
        }
    }

    private static string Argument(JobArgumentModel argument) =>
        argument.Kind switch
        {
            JobArgumentKind.Payload => "job",
            JobArgumentKind.Context => "run",
            JobArgumentKind.CancellationToken => "run.CancellationToken",
            _ => ServiceEmitter.Expression(argument.Service!, "run.Plugin"),
        };
}
