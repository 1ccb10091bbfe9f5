using Hooklatch.Providers.Tests.Harness;
using static Hooklatch.Providers.Tests.Forms.ProviderForms;

namespace Hooklatch.Providers.Tests.Forms;

/// <summary>
/// What a provider sends without a signature when a webhook is saved or tested is answered with nothing, and runs no handler
/// (https://github.com/woocommerce/woocommerce/blob/trunk/plugins/woocommerce/includes/class-wc-webhook.php, <c>deliver_ping</c>).
/// </summary>
public sealed class UnsignedQuestionTests(SampleHost host) : IClassFixture<SampleHost>
{
    private static readonly (string, string) Ping = ("X-Event-Key", "diagnostics:ping");

    [Theory]
    [InlineData("webhook_id=1")]
    [InlineData("webhook_id=184467")]
    public async Task WooCommerce_hears_200_when_a_webhook_is_saved(string body) =>
        Heard(await host.SendAsync(Delivery("woocommerce", UrlEncoded, body)));

    [Theory]
    [InlineData("webhook_id=1", "application/json")]
    [InlineData("webhook_id=1", "text/plain")]
    [InlineData("webhook_id=1&webhook_id=2", UrlEncoded)]
    [InlineData("webhook_id=1&Webhook_Id=2", UrlEncoded)]
    [InlineData("Webhook_Id=1", UrlEncoded)]
    [InlineData("webhook_id=", UrlEncoded)]
    [InlineData("id=1", UrlEncoded)]
    [InlineData("webhook_id=%00", UrlEncoded)]
    [InlineData("""{"webhook_id":1}""", UrlEncoded)]
    public async Task Anything_else_without_a_signature_is_rejected(string body, string contentType) =>
        Assert.Equal(400, (await host.SendAsync(Delivery("woocommerce", contentType, body))).Status);

    [Fact]
    public async Task A_question_with_a_wrong_signature_or_of_any_length_is_rejected()
    {
        Assert.Equal(
            403,
            (await host.SendAsync(Delivery("woocommerce", UrlEncoded, "webhook_id=1", ("X-WC-Webhook-Signature", "AAAA")))).Status
        );
        Assert.Equal(400, (await host.SendAsync(Delivery("woocommerce", UrlEncoded, "webhook_id=" + new string('1', 2000)))).Status);
    }

    [Theory]
    [InlineData("""{"test":true}""", "application/json")]
    [InlineData("""{"test": true}""", "application/json; charset=utf-8")]
    public async Task Bitbucket_hears_200_when_its_connection_is_tested(string body, string contentType) =>
        Heard(await host.SendAsync(Delivery("bitbucket-server", contentType, body, Ping)));

    [Theory]
    [InlineData("""{"test":false}""", "diagnostics:ping")]
    [InlineData("""{"test":true,"test":true}""", "diagnostics:ping")]
    [InlineData("""{"test":false,"test":true}""", "diagnostics:ping")]
    [InlineData("""{}""", "diagnostics:ping")]
    [InlineData("""{"test":true}""", "repo:refs_changed")]
    [InlineData("""{"test":true}""", "true")]
    [InlineData("""{"test":"diagnostics:ping"}""", "diagnostics:ping")]
    [InlineData("""{"test":true}""", "")]
    public async Task Any_other_delivery_of_Bitbucket_is_signed(string body, string key) =>
        Assert.Equal(400, (await host.SendAsync(Delivery("bitbucket-server", JsonType, body, ("X-Event-Key", key)))).Status);

    [Fact]
    public async Task A_signed_ping_of_Bitbucket_is_answered_as_well_and_one_with_a_wrong_signature_is_not()
    {
        const string Body = """{"test":true}""";
        Heard(await host.SendAsync(Delivery("bitbucket-server", JsonType, Body, Ping, ("X-Hub-Signature", "sha256=" + Mac(Body)))));
        Assert.Equal(
            403,
            (await host.SendAsync(Delivery("bitbucket-server", JsonType, Body, Ping, ("X-Hub-Signature", "sha256=" + Mac("{}"))))).Status
        );
    }

    private static void Heard(RawAnswer answer)
    {
        Assert.Equal(200, answer.Status);
        Assert.EndsWith("\r\n\r\n", answer.Text, StringComparison.Ordinal);
    }
}
