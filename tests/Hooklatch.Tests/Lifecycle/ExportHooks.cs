using Hooklatch.Tests.Plugin;

namespace Hooklatch.Tests.Lifecycle;

/// <summary>What another plugin exports.</summary>
public interface IGreeter
{
    string Greet(string name);
}

/// <summary>What this one does.</summary>
public interface ICounter
{
    int Next();
}

[PluginExport]
internal sealed class Counter(TestConfig config) : ICounter, IDisposable
{
    private int _next = config.Number;

    public int Next() => _next++;

    public void Dispose() { }
}

internal sealed class ExportHooks(IServiceProvider services)
{
    [Webhook("/export/required")]
    [Unverified("a test")]
    public static Task<string> Required(IGreeter greeter) => Task.FromResult(greeter.Greet("Ada"));

    [Webhook("/export/optional")]
    [Unverified("a test")]
    public static Task<string> Optional(IGreeter? greeter) => Task.FromResult(greeter?.Greet("Ada") ?? "nobody greets");

    /// <summary>Asks twice: there is one for a request.</summary>
    [Webhook("/export/own")]
    [Unverified("a test")]
    public Task<string> Own(ICounter counter) =>
        Task.FromResult($"{counter.Next()} {((ICounter)services.GetService(typeof(ICounter))!).Next()}");
}
