using Hooklatch.Generators.Tests.Fixture;

namespace Hooklatch.Generators.Tests.Snapshots;

/// <summary>How a sender is verified, in the file of the handler.</summary>
public sealed class VerificationSnapshots
{
    [Fact]
    public void GitHub() =>
        Verify(
            """
            public sealed class GitHubHooks
            {
                [Webhook("/github", Methods = ["POST"], Name = "GitHub", Description = "Receives events from GitHub.")]
                [GitHubSignature(Secret = "GitHubSecret")]
                public Task OnPush(WebhookContext context) => Task.CompletedTask;
            }
            """
        );

    [Fact]
    public void A_shared_token_in_a_header() =>
        Verify(
            """
            public sealed class ReportHooks
            {
                [Webhook("/report")]
                [SharedToken(Header = "Authorization", Prefix = "Bearer ", Secret = "Report:Token")]
                public Task OnReport() => Task.CompletedTask;
            }
            """
        );

    [Fact]
    public void A_shared_token_in_the_query_keeps_the_query_out_of_logs() =>
        Verify(
            """
            public sealed class ReportHooks
            {
                [Webhook("/report")]
                [SharedToken(Query = "token", Secret = "ReportToken")]
                public Task OnReport() => Task.CompletedTask;
            }
            """
        );

    [Fact]
    public void Unverified() =>
        Verify(
            """
            public sealed class HealthHooks
            {
                [Webhook("/health", Methods = ["GET", "HEAD"])]
                [Unverified("It says nothing that is not public.")]
                public Task Get() => Task.CompletedTask;
            }
            """
        );

    [Fact]
    public void A_scheme_of_the_author_with_a_timestamp_and_signed_headers() =>
        Verify(
            """
            using Hooklatch.Signing;

            [HmacScheme(
                HmacAlgorithm.Sha512,
                Header = "X-Acme-Signature",
                Prefix = "v1=",
                Encoding = SignatureEncoding.Base64,
                SignedContent = "v1:{timestamp}.{header:X-Acme-Delivery}|{body}")]
            [TimestampFrom(Header = "X-Acme-Time", Unit = TimeUnit.Milliseconds, ToleranceSeconds = 300)]
            [EventFrom(Header = "X-Acme-Event")]
            [DeliveryIdFrom(Header = "X-Acme-Delivery")]
            [BodyLimit(65536)]
            public sealed class AcmeSignatureAttribute : SignatureAttribute;

            [AcmeSignature(Secret = "AcmeSecrets")]
            public sealed class AcmeHooks
            {
                [Webhook("/acme")]
                public Task OnEvent() => Task.CompletedTask;

                [Webhook("/acme/large", MaxBodySize = 1048576)]
                public Task OnLargeEvent() => Task.CompletedTask;
            }
            """
        );

    private static void Verify(string source, [System.Runtime.CompilerServices.CallerMemberName] string test = "") =>
        Snapshot.Verify(Project.Plugin(source).Generate(), method: test);
}
