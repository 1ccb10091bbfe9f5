namespace SampleWebhook;

/// <summary>One path, one handler per method.</summary>
internal static class ResourceHooks
{
    [Webhook("/resource", Methods = ["GET"], Name = "Read the resource")]
    [Unverified("sample")]
    public static Task<Available> Get() => Task.FromResult(new Available("available", ["first", "second"]));

    [Webhook("/resource", Methods = ["POST"], Name = "Create a resource")]
    [Unverified("sample")]
    public static Task<(Created, int)> Post() => Task.FromResult((new Created("created", Guid.NewGuid().ToString("n")), 201));

    [Webhook("/resource", Methods = ["DELETE"], Name = "Delete the resource")]
    [Unverified("sample")]
    public static Task<Deleted> Delete() => Task.FromResult(new Deleted("deleted"));
}
