namespace Hooklatch.Benchmarks.FromJson;

/// <summary>Our side: a handler that names five paths.</summary>
internal static class ValuesHook
{
    [Webhook("/values", Methods = ["POST"])]
    [Unverified("Measured in process, never served.")]
    public static Task OnDelivery(
        [FromJson("action")] string? action,
        [FromJson("repository.full_name")] string? repository,
        [FromJson("sender.id")] long? senderId,
        [FromJson("sender.login")] string? sender,
        [FromJson("commits[*].message")] string[] messages
    )
    {
        Values.Last = new Values(action, repository, senderId, sender, messages);
        return Task.CompletedTask;
    }
}
