using System.Globalization;

namespace Hooklatch.Lifecycle;

/// <summary>Writes the line that registers a service, for the host's own code.</summary>
internal static class RegistrationText
{
    private const string Services = "builder.Services.";

    /// <summary>What has a method of its own that registers it.</summary>
    private static readonly Dictionary<string, string> Known = new(StringComparer.Ordinal)
    {
        ["System.Net.Http.HttpClient"] = Services + "AddHttpClient()",
        ["System.Net.Http.IHttpClientFactory"] = Services + "AddHttpClient()",
        ["Microsoft.AspNetCore.Http.IHttpContextAccessor"] = Services + "AddHttpContextAccessor()",
        ["Microsoft.Extensions.Caching.Memory.IMemoryCache"] = Services + "AddMemoryCache()",
        ["Microsoft.Extensions.Caching.Distributed.IDistributedCache"] = Services + "AddDistributedMemoryCache()",
        ["Microsoft.Extensions.Caching.Hybrid.HybridCache"] = Services + "AddHybridCache()",
        ["Microsoft.AspNetCore.Authorization.IAuthorizationService"] = Services + "AddAuthorization()",
        ["Hooklatch.Sessions.IChatSessions"] = "builder.AddHooklatch().AddChatSessions()",
    };

    /// <param name="type">The service.</param>
    /// <param name="key">Its key; <see langword="null"/> for none.</param>
    public static string Of(Type type, object? key)
    {
        if (key is null && Known.TryGetValue(type.FullName ?? "", out var line))
        {
            return line;
        }

        var name = TypeText.Of(type);
        // Scoped is right for most services: what handles a delivery is built in the scope of its request.
        return key is null && IsDbContext(type) ? $"{Services}AddDbContext<{name}>(…)"
            : key is null ? $"{Services}AddScoped<{name}{(type.IsAbstract ? ", …" : "")}>()"
            : $"{Services}AddKeyedScoped<{name}{(type.IsAbstract ? ", …" : "")}>({OfKey(key)})";
    }

    /// <summary>A key as C# writes it.</summary>
    public static string OfKey(object key) =>
        key switch
        {
            string text => $"\"{text}\"",
            Enum => $"{TypeText.Of(key.GetType())}.{key}",
            Type type => $"typeof({TypeText.Of(type)})",
            _ => Convert.ToString(key, CultureInfo.InvariantCulture) ?? "",
        };

    private static bool IsDbContext(Type type)
    {
        for (var scope = type; scope is not null; scope = scope.BaseType)
        {
            if (scope.FullName == "Microsoft.EntityFrameworkCore.DbContext")
            {
                return true;
            }
        }

        return false;
    }
}
