using System.Net;
using System.Text;

namespace Hooklatch.AotTests;

/// <summary>The sample's upload of reports, held by the published binary.</summary>
public sealed class UploadTests(PublishedSamples published)
{
    [Fact]
    public async Task A_text_file_is_received()
    {
        await using var host = await published.StartAsync(Sample.WithReportToken);

        var answer = await Report.SendAsync(host, Report.Form("All is well.", "text/plain"));

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal("""{"status":"success","filename":"week.txt","size":12}""", answer.Body);
    }

    [Fact]
    public async Task Another_plugin_shows_what_was_received_on_routes_of_its_own()
    {
        await using var host = await published.StartAsync(Sample.WithReportToken);
        var routes = new Uri("/plugins/dev.sample_routes/reports", UriKind.Relative);
        Assert.Equal("[]", await host.Client.GetStringAsync(routes, TestContext.Current.CancellationToken));

        await Report.SendAsync(host, Report.Form("All is well.", "text/plain"));

        Assert.Equal(
            """[{"name":"Week 47","fileName":"week.txt","size":12}]""",
            await host.Client.GetStringAsync(routes, TestContext.Current.CancellationToken)
        );
        using var search = new StringContent("""{"text":"w","limit":50}""", Encoding.UTF8, "application/json");
        var rejected = await host.Client.PostAsync(
            "/plugins/dev.sample_routes/reports/search",
            search,
            TestContext.Current.CancellationToken
        );
        Assert.Equal(HttpStatusCode.BadRequest, rejected.StatusCode);
    }

    [Fact]
    public async Task A_disabled_plugin_is_as_if_it_were_not_there()
    {
        await using var host = await published.StartAsync(Sample.WithReportToken, "--Plugins:dev.sample_webhook:Enabled=false");

        Assert.Equal(HttpStatusCode.NotFound, (await Report.SendAsync(host, Report.Form("All is well.", "text/plain"))).Status);
        var calling = await host.Client.GetAsync("/plugins/dev.sample_routes/reports", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.InternalServerError, calling.StatusCode);
        await host.WaitForOutputAsync(
            "The plugin 'dev.sample_webhook', which exports 'SampleWebhook.IReports', is not served at the moment."
        );
    }

    [Fact]
    public async Task Another_file_is_rejected_by_name()
    {
        await using var host = await published.StartAsync(Sample.WithReportToken);

        var answer = await Report.SendAsync(host, Report.Form("%PDF", "application/pdf"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal("Only text file uploads are supported.", (string?)answer.Json["errors"]!["report_file"]![0]);
    }

    [Fact]
    public async Task Everything_that_is_missing_is_named_at_once()
    {
        await using var host = await published.StartAsync(Sample.WithReportToken);
        using var form = new MultipartFormDataContent { { new StringContent("x"), "other" } };

        var answer = await Report.SendAsync(host, form);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal(["report_file", "report_name", "target_chat"], answer.Json["errors"]!.AsObject().Select(error => error.Key));
    }

    [Theory]
    [InlineData(5 * 1024 * 1024, HttpStatusCode.OK)]
    [InlineData((5 * 1024 * 1024) + 1, HttpStatusCode.BadRequest)]
    [InlineData(6 * 1024 * 1024, HttpStatusCode.RequestEntityTooLarge)]
    public async Task A_file_is_as_large_as_declared_and_no_larger(int size, HttpStatusCode status)
    {
        await using var host = await published.StartAsync(Sample.WithReportToken);

        Assert.Equal(status, (await Report.SendAsync(host, Report.Form(new string('a', size), "text/plain"))).Status);
    }

    [Theory]
    [InlineData(null, HttpStatusCode.BadRequest)]
    [InlineData("wrong", HttpStatusCode.Forbidden)]
    public async Task Without_the_token_nothing_is_received(string? token, HttpStatusCode status)
    {
        await using var host = await published.StartAsync(Sample.WithReportToken);

        Assert.Equal(status, (await Report.SendAsync(host, Report.Form("All is well.", "text/plain"), token)).Status);
    }
}
