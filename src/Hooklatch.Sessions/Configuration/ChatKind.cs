namespace Hooklatch.Sessions.Configuration;

/// <summary>What <c>Hooklatch:Sessions:{name}:Kind</c> may name.</summary>
internal sealed record ChatKind(string Name, Func<ChatAdapterSettings, IServiceProvider, IChatAdapter> Create);
