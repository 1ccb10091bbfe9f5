using System.Linq.Expressions;
using System.Reflection;
using Hooklatch.Binding.Tests.Endpoints;
using Microsoft.AspNetCore.Builder;

namespace Hooklatch.Binding.Tests.Http;

/// <summary>Maps the methods of our endpoints as minimal APIs: <c>RequestDelegateFactory</c> binds them by reflection.</summary>
internal static class Reference
{
    private static readonly Type[] Compared =
    [
        typeof(QueryEndpoints),
        typeof(HeaderEndpoints),
        typeof(RouteEndpoints),
        typeof(FormEndpoints),
        typeof(FormObjectEndpoints),
        typeof(FileEndpoints),
        typeof(JsonEndpoints),
        typeof(ImplicitEndpoints),
        typeof(BodyEndpoints),
    ];

    public static void Map(WebApplication app)
    {
        foreach (var method in Compared.SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Static)))
        {
            var webhook = method.GetCustomAttribute<WebhookAttribute>()!;
            app.MapMethods(webhook.Endpoint, webhook.Methods ?? ["POST"], DelegateOf(method)).DisableAntiforgery();
        }
    }

    private static Delegate DelegateOf(MethodInfo method) =>
        method.CreateDelegate(
            Expression.GetDelegateType([.. method.GetParameters().Select(parameter => parameter.ParameterType), method.ReturnType])
        );
}
