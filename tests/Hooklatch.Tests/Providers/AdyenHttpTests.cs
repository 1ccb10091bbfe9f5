using Hooklatch.Tests.Hosting;

namespace Hooklatch.Tests.Providers;

/// <summary>What becomes of a payment whose notification comes twice, or says something else the second time.</summary>
public sealed class AdyenHttpTests
{
    private const string Key = "44782DEF547AAA06C910C43932B1EB0C71FC68D9D0C057550C48EC2ACF6BA056";
    private readonly AdyenNotification _refused = new() { Success = "false" };
    private readonly AdyenNotification _paid = new();

    /// <summary>Adyen/adyen-commercetools#1324: six seconds after the refusal the same payment was authorised after all.</summary>
    [Fact]
    public async Task A_payment_that_succeeds_after_it_failed_is_handled_and_each_copy_is_not()
    {
        await using var host = await StartAsync();

        foreach (var notification in (AdyenNotification[])[_refused, _paid, _refused, _paid])
        {
            await PostAsync(host, notification).IsAsync(200, "[accepted]");
        }

        Assert.Equal(2, host.Deliveries.Handled.Count);
        Assert.Equal(2, host.Deliveries.Handled.Select(delivery => delivery.Id).Distinct().Count());
        Assert.Equal(2, host.Log.Named("DuplicateDelivery").Count());
    }

    /// <summary>Whoever saw a notification can change what nothing signs, and gets no second run for it.</summary>
    [Fact]
    public async Task A_copy_with_another_date_is_a_copy()
    {
        await using var host = await StartAsync();
        var body = AdyenNotification.Envelope(_paid.Signed(Key));

        await host.PostAsync("/adyen", body).IsAsync(200, "[accepted]");
        await host.PostAsync("/adyen", body.Replace("\"eventCode\"", "\"eventDate\":\"2026-01-01T00:00:00Z\",\"eventCode\""))
            .IsAsync(200, "[accepted]");

        Assert.Single(host.Deliveries.Handled);
    }

    [Fact]
    public async Task A_report_that_is_made_anew_is_handled_anew()
    {
        await using var host = await StartAsync();
        var report = new AdyenNotification
        {
            Psp = "settlement_detail_report_batch_1.csv",
            Reference = "",
            Code = "REPORT_AVAILABLE",
        };

        await PostAsync(host, report).IsAsync(200, "[accepted]");
        await PostAsync(host, report).IsAsync(200, "[accepted]");

        Assert.Equal(2, host.Deliveries.Handled.Count);
    }

    private static Task<WebhookHost> StartAsync() => WebhookHost.StartAsync(settings: [(WebhookHost.Settings + "AdyenSecret", Key)]);

    private static Task<HttpResponseMessage> PostAsync(WebhookHost host, AdyenNotification notification) =>
        host.PostAsync("/adyen", AdyenNotification.Envelope(notification.Signed(Key)));
}
