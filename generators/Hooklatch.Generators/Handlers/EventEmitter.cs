using Hooklatch.Generators.Common;

namespace Hooklatch.Generators.Handlers;

/// <summary>Writes the file of an endpoint whose deliveries go to one of several handlers: who sends to it, and which event goes where.</summary>
internal static class EventEmitter
{
    public static GeneratedFile Emit(EventGroupModel group, PluginModel plugin)
    {
        var marks = group.Settings.Verification.Marks;
        var writer = GeneratedFile.Begin(marks);
        using (writer.Braces($"namespace {GeneratedFile.NamespaceOf(plugin.Author, plugin.Module)}"))
        {
            var methods = group.Methods.Count == 0 ? "ANY" : string.Join(",", group.Methods);
            writer.Line(
                $"""
                using global::Hooklatch.Endpoints;
                using global::Hooklatch.Lifecycle;

                /// <summary>
                /// {Literal.Comment($"{methods} /api/plugin/{plugin.Key}/webhook{group.Endpoint}, by event")}
                /// </summary>
                {GeneratedFile.AttributesFor(marks)}
                internal static class {group.ClassName}
                """
            );
            using (writer.Braces())
            {
                var handlers = string.Concat(
                    group.Routes.Select(route =>
                        $"    {route.Handler}().Takes({string.Join(", ", route.Events.Select(Literal.String))}),\n"
                    )
                );
                using (writer.Line("/// <summary>Adds the endpoint.</summary>").Braces("internal static void Map(WebhookMap map)"))
                {
                    EndpointEmitter.Emit(
                        writer,
                        group.Settings,
                        group.Endpoint,
                        [EndpointEmitter.Delegate("Choose"), $"[\n{handlers}]"],
                        group.Methods,
                        id: group.ClassName
                    );
                }

                writer.Line();
                var subject = HasAction(group) ? "(name, action)" : "name";
                writer
                    .Line("private static int Choose(string? name, string? action) =>")
                    .Line($"    {subject} switch")
                    .Line("    {")
                    .Lines(Arms(group).Select(arm => "        " + arm))
                    .Line("    };");
            }
        }

        return new GeneratedFile($"{group.ClassName}.g.cs", writer.ToString());
    }

    /// <summary>
    /// The most specific first: a name with what happened, a name with whatever happened, a name, the longest beginning of a name, the rest.
    /// </summary>
    private static IEnumerable<string> Arms(EventGroupModel group)
    {
        var filters = group
            .Routes.SelectMany((route, i) => route.Events.Select(name => (Name: name, Index: i, Target: route.Target)))
            // What several take is an error; the code beside it compiles all the same.
            .GroupBy(filter => filter.Name, StringComparer.Ordinal)
            .Select(same => same.First())
            .ToArray();
        var names = filters.Where(filter => !filter.Name.EndsWith("*", StringComparison.Ordinal)).ToArray();
        var beginnings = filters.Where(IsBeginning).OrderByDescending(filter => filter.Name.Length).ToArray();
        if (HasAction(group))
        {
            foreach (var (name, index, target) in names)
            {
                var dot = name.LastIndexOf('.');
                if (dot > 0 && dot < name.Length - 1)
                {
                    yield return Arm(
                        Pattern(Literal.String(name.Substring(0, dot)), Literal.String(name.Substring(dot + 1))),
                        index,
                        target
                    );
                }
            }

            foreach (var (name, index, target) in beginnings)
            {
                yield return Arm(Pattern(Literal.String(name.Substring(0, name.Length - 2)), "not null"), index, target);
            }
        }

        foreach (var (name, index, target) in names)
        {
            yield return Arm(Pattern(Literal.String(name), "_"), index, target);
        }

        foreach (var (name, index, target) in beginnings)
        {
            var beginning = Literal.String(name.Substring(0, name.Length - 1));
            yield return Arm(
                $"{Pattern("{ } other", "_")} when other.StartsWith({beginning}, global::System.StringComparison.Ordinal)",
                index,
                target
            );
        }

        var rest = filters.Where(filter => filter.Name == "*").ToArray();
        yield return rest.Length > 0 ? Arm("_", rest[0].Index, rest[0].Target) : "_ => -1,";

        string Pattern(string name, string action) => HasAction(group) ? $"({name}, {action})" : name;
    }

    /// <summary>Whether the provider says apart what happened to the event's subject.</summary>
    private static bool HasAction(EventGroupModel group) => group.Settings.Sender is { HasAction: true };

    /// <summary>Such as <c>invoice.*</c>.</summary>
    private static bool IsBeginning((string Name, int Index, string Target) filter) => filter.Name.EndsWith(".*", StringComparison.Ordinal);

    private static string Arm(string pattern, int index, string target) => $"{pattern} => {Literal.Number(index)}, // {target}";
}
