using Hooklatch.Generators.Tests.Fixture;

namespace Hooklatch.Generators.Tests.Snapshots;

/// <summary>Handlers that run after their senders were answered.</summary>
public sealed class QueueSnapshots
{
    [Fact]
    public void A_queued_handler() =>
        Verify(
            """
            public static class OrderHooks
            {
                [Webhook("/orders", Methods = ["POST"], Mode = WebhookMode.Queued, TimeoutSeconds = 30)]
                [Unverified("test")]
                [Retry(MaxAttempts = 5)]
                [InOrder("customer.id")]
                [Concurrency(4)]
                public static Task OnOrder([FromJson("id")] string id, WebhookContext delivery) => Task.CompletedTask;
            }
            """
        );

    [Fact]
    public void Queued_events() =>
        Verify(
            """
            [Webhook("/github", Mode = WebhookMode.Queued)]
            [GitHubSignature(Secret = "GitHubSecret")]
            [Retry(FirstDelaySeconds = 10)]
            public sealed class GitHubHooks
            {
                [OnEvent("push")]
                public Task OnPush([FromJson("ref")] string branch) => Task.CompletedTask;

                [OnEvent("issues"), Retry(MaxAttempts = 1)]
                public Task OnIssue() => Task.CompletedTask;
            }
            """
        );

    private static void Verify(string source, [System.Runtime.CompilerServices.CallerMemberName] string test = "") =>
        Snapshot.Verify(Project.Plugin(source).Generate(), method: test);
}
