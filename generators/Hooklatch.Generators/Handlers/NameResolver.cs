using System.Collections.Immutable;
using Hooklatch.Generators.Common;
using Hooklatch.Generators.Configuration;
using Hooklatch.Generators.Verification;

namespace Hooklatch.Generators.Handlers;

/// <summary>Keeps the names of generated classes, which are also file names, unique within a plugin.</summary>
internal static class NameResolver
{
    private static readonly PluginModel Nameless = new()
    {
        Author = "author",
        Module = "module",
        Name = null,
        Description = null,
    };

    /// <summary>The names that more than one declaration would get. File names ignore case, so do we.</summary>
    public static NameCollisions FindCollisions(
        (ImmutableArray<HandlerName> Handlers, ImmutableArray<string> Configs) names,
        CancellationToken cancellation
    ) =>
        new(
            FindCollisions(names.Handlers.Select(handler => handler.Id).Concat(names.Configs)),
            FindCollisions(
                names.Handlers.Select(handler => (handler.FileClass, handler.ClassTarget)).Distinct().Select(type => type.FileClass)
            )
        );

    /// <summary>The names that occur more than once, in upper case.</summary>
    public static EquatableArray<string> FindCollisions(IEnumerable<string> names) =>
        names
            .GroupBy(name => name, StringComparer.OrdinalIgnoreCase)
            .Where(group => group.Count() > 1)
            .Select(group => group.Key.ToUpperInvariant())
            .OrderBy(name => name, StringComparer.Ordinal)
            .ToEquatableArray();

    public static ConfigModel Resolve(ConfigModel config, NameCollisions collisions) =>
        config with
        {
            BinderName = Unique(config.BinderName, config.TypeName, collisions.Ids),
        };

    /// <summary>The different senders of a plugin, each with a name of its own.</summary>
    public static EquatableArray<SenderModel> ResolveSenders(
        (ImmutableArray<SenderModel?> OfHandlers, ImmutableArray<SenderModel?> OfEvents) senders,
        CancellationToken cancellation
    )
    {
        cancellation.ThrowIfCancellationRequested();
        var distinct = senders.OfHandlers.Concat(senders.OfEvents).OfType<SenderModel>().Distinct().ToArray();
        return distinct
            .ToLookup(sender => sender.ClassName, StringComparer.OrdinalIgnoreCase)
            .SelectMany(same => same.Count() == 1 ? same : same.Select(WithDeclaration))
            .OrderBy(sender => sender.ClassName, StringComparer.Ordinal)
            .ToEquatableArray();
    }

    /// <summary>The sender's class; <see langword="null"/> where the runtime's own will do.</summary>
    public static SenderUseModel? SenderOf(VerificationModel verification, EquatableArray<SenderModel> senders) =>
        SenderModel.Of(verification) is var (sender, paths)
            ? new SenderUseModel(
                senders.First(other => other.Verification == sender.Verification).ClassName,
                paths.ToEquatableArray(),
                SenderEmitter.NamesEndpoint(verification),
                verification.Event?.ActionPath is not null
            )
            : null;

    /// <summary>The name itself where it is unique, else with a suffix that depends on nothing but the declaration.</summary>
    public static string Unique(string name, string declaration, EquatableArray<string> collisions) =>
        collisions.Contains(name.ToUpperInvariant()) ? $"{name}_{ShortName.Hash(declaration):x8}" : name;

    /// <summary>Two schemes of one name, or one scheme used in two ways: what is generated tells them apart.</summary>
    private static SenderModel WithDeclaration(SenderModel sender) =>
        sender with
        {
            ClassName = $"{sender.ClassName}{ShortName.Hash(SenderEmitter.Emit(sender, Nameless).Text):x8}",
        };
}
