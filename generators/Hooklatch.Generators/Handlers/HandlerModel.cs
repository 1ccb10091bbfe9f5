using Hooklatch.Generators.Common;
using Hooklatch.Generators.Parameters;
using Hooklatch.Generators.Results;
using Hooklatch.Generators.Services;

namespace Hooklatch.Generators.Handlers;

/// <summary>One <c>[Webhook]</c> method: everything that its generated file depends on, and nothing else.</summary>
internal sealed record HandlerModel
{
    /// <summary>A name that is unique in the plugin ignoring case, such as <c>GitHubHooks_OnPush</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The generated class, which all handlers of the author's class share: <c>GitHubHooks_Handlers</c>.</summary>
    public required string FileClass { get; init; }

    /// <summary>What the names of the handler's generated members begin with: <c>OnPush</c>.</summary>
    public required string Member { get; init; }

    /// <summary>The author's class for people, <c>Namespace.Class</c>.</summary>
    public required string ClassTarget { get; init; }

    /// <summary>The author's method with its parameter types: tells overloads apart when names collide.</summary>
    public required string Signature { get; init; }

    /// <summary>The author's method for people, <c>Namespace.Class.Method</c>.</summary>
    public required string Target { get; init; }

    public required string Endpoint { get; init; }

    public required EquatableArray<string> Methods { get; init; }

    /// <summary>The events of the endpoint that the handler takes; empty for one that has the endpoint to itself.</summary>
    public EquatableArray<string> Events { get; init; }

    /// <summary>The attributes that become metadata of the endpoint, each as a C# expression.</summary>
    public EquatableArray<string> Metadata { get; init; }

    /// <summary>The marks of what the handler's declaration uses, without its verification.</summary>
    public required Marks Marks { get; init; }

    /// <summary>What holds for the endpoint; <see langword="null"/> where it has several handlers, and the endpoint's own file says it.</summary>
    public required EndpointModel? Settings { get; init; }

    /// <summary>How the handler is tried again, where its endpoint is queued and its author says so.</summary>
    public RetryModel? Retry { get; init; }

    /// <summary>How many seconds the handler may run, where its endpoint is queued; 0 for the runtime's default.</summary>
    public int TimeoutSeconds { get; init; }

    public required CallModel Call { get; init; }

    public required EquatableArray<ParameterModel> Parameters { get; init; }

    public required ResultModel Result { get; init; }
}
