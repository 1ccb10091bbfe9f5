using Hooklatch.Generators.Common;

namespace Hooklatch.Generators.Services;

/// <summary>Writes what a manifest says of the services that must be registered.</summary>
internal static class NeededServicesEmitter
{
    /// <summary>How many users are named of one service; whoever adds it helps the others too.</summary>
    private const int MaxUsers = 4;

    public static void Emit(SourceWriter writer, EquatableArray<NeededService> services)
    {
        if (services.Count == 0)
        {
            return;
        }

        using (writer.Braces("public override void RequireServices(global::Hooklatch.Lifecycle.RequiredServices services)"))
        {
            writer.Lines(services.Select(Line));
        }

        writer.Line();
    }

    private static string Line(NeededService service)
    {
        var users = Literal.String(UsersOf(service));
        return service.Options is { } options ? $"services.AddOptions<{options}>({users});"
            : service.Key is { } key ? $"services.AddKeyed<{service.TypeName}>({key}, {users});"
            : $"services.Add<{service.TypeName}>({users});";
    }

    private static string UsersOf(NeededService service)
    {
        var named = string.Join(", ", service.Users.Take(MaxUsers));
        return service.Users.Count > MaxUsers ? $"{named} and {service.Users.Count - MaxUsers} more" : named;
    }
}
