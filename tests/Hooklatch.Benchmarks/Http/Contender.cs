namespace Hooklatch.Benchmarks.Http;

/// <summary>One endpoint of a server.</summary>
/// <param name="Name">What the table says.</param>
/// <param name="Server">Who answers.</param>
/// <param name="Path">Where.</param>
/// <param name="Answers">Whether it answers with what it took from the delivery.</param>
internal sealed record Contender(string Name, Server Server, string Path, bool Answers = true)
{
    public static Contender FromJson { get; } = new("Hooklatch, [FromJson]", Server.Hooklatch, "/api/plugin/bench.host/webhook/push");

    /// <summary>Without duplicate detection.</summary>
    public static Contender Forgetful { get; } =
        new("Hooklatch, [FromJson], copies run", Server.Hooklatch, "/api/plugin/bench.host/webhook/forgetful");

    public static Contender Typed { get; } = new("Hooklatch, typed", Server.Hooklatch, "/api/plugin/bench.host/webhook/typed");

    /// <summary>Without duplicate detection.</summary>
    public static Contender ForgetfulTyped { get; } =
        new("Hooklatch, typed, copies run", Server.Hooklatch, "/api/plugin/bench.host/webhook/typed/forgetful");

    public static Contender Upload { get; } = new("Hooklatch, form", Server.Hooklatch, "/api/plugin/bench.host/webhook/upload");

    /// <summary>Stored, on stable storage, before the answer.</summary>
    public static Contender Queued { get; } =
        new("Hooklatch, queued", Server.Queue, "/api/plugin/bench.queue/webhook/queued", Answers: false);

    /// <summary>The same handler while the sender waits, in the same host.</summary>
    public static Contender Inline { get; } =
        new("Hooklatch, inline", Server.Queue, "/api/plugin/bench.queue/webhook/inline", Answers: false);

    public static Contender Floor { get; } = new("the server alone", Server.Raw, "/floor", Answers: false);

    public static Contender Raw(string path) => new("written by hand", Server.Raw, path);

    public static Contender MinimalApi(string path) => new("minimal API and a wrapper", Server.MinimalApi, path);

    public static Contender FastApi(string path) => new("FastAPI on uvicorn", Server.FastApi, path);

    public static Contender Webhook { get; } = new("webhook", Server.Webhook, "/hooks/push", Answers: false);
}
