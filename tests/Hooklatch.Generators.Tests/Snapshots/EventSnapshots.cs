using Hooklatch.Generators.Tests.Fixture;

namespace Hooklatch.Generators.Tests.Snapshots;

/// <summary>Several handlers of one endpoint, each for some of its events.</summary>
public sealed class EventSnapshots
{
    [Fact]
    public void Events_with_what_happened_to_their_subject() =>
        Verify(
            """
            [Webhook("/github", Methods = ["POST"], Name = "GitHub")]
            [GitHubSignature(Secret = "GitHubSecret")]
            public sealed class GitHubHooks
            {
                [OnEvent("push")]
                public Task OnPush([FromJson("ref")] string branch) => Task.CompletedTask;

                [OnEvent("issues.opened")]
                [OnEvent("issues.reopened")]
                public Task OnOpened() => Task.CompletedTask;

                [OnEvent("issues.*")]
                public Task OnIssueAction() => Task.CompletedTask;

                [OnEvent("issues")]
                public Task OnIssue() => Task.CompletedTask;

                [OnEvent("*")]
                public Task OnOther(WebhookContext delivery) => Task.CompletedTask;
            }
            """
        );

    [Fact]
    public void Events_by_name() =>
        Verify(
            """
            using Hooklatch.Signing;

            [HmacScheme(HmacAlgorithm.Sha256, Header = "X-Shop-Signature")]
            [EventFrom(JsonPath = "type")]
            public sealed class ShopSignatureAttribute : SignatureAttribute;

            [Webhook("/shop/orders")]
            [ShopSignature(Secret = "ShopSecret")]
            public static class ShopHooks
            {
                [OnEvent("invoice.*")]
                public static Task OnInvoice() => Task.CompletedTask;

                [OnEvent("invoice.payment.*")]
                public static Task OnPayment() => Task.CompletedTask;

                [OnEvent("invoice.paid")]
                public static Task OnPaid() => Task.CompletedTask;
            }
            """,
            only: "Shop"
        );

    private static void Verify(string source, string only = "", [System.Runtime.CompilerServices.CallerMemberName] string test = "") =>
        Snapshot.Verify(Project.Plugin(source).Generate(), only, method: test);
}
