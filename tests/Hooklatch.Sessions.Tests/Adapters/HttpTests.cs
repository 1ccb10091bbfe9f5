namespace Hooklatch.Sessions.Tests.Adapters;

public sealed class HttpTests
{
    [Fact]
    public async Task A_text_is_JSON_with_its_channel()
    {
        await using var service = (await FakeChat.StartAsync()).Answer(202);
        await using var host = Host(service);

        await host.Sessions.SendTextAsync("relay-ops", "hello", TestContext.Current.CancellationToken);

        Assert.Equal("POST /in?a=1", service.Only.Target);
        Assert.Equal("""{"channel":"ops","kind":"text","text":"hello"}""", service.Only.Text);
        Assert.Equal("Bearer t0k3n", service.Only.Header("Authorization"));
    }

    [Theory]
    [InlineData(true, "image")]
    [InlineData(false, "file")]
    public async Task An_image_and_a_file_are_forms(bool isImage, string kind)
    {
        await using var service = await FakeChat.StartAsync();
        await using var host = Host(service);

        await (
            isImage
                ? host.Sessions.SendImageAsync("relay-ops", Picture.Png, TestContext.Current.CancellationToken)
                : host.Sessions.SendFileAsync("relay-ops", Picture.Png, TestContext.Current.CancellationToken)
        );

        var form = service.Only.Form!;
        var file = form.Files["file"]!;
        Assert.Equal(("ops", kind), (form["channel"].ToString(), form["kind"].ToString()));
        Assert.Equal(("chart.png", "image/png", 7), (file.FileName, file.ContentType, file.Length));
    }

    [Theory]
    [InlineData(400)]
    [InlineData(302)]
    public async Task What_is_not_2xx_is_rejected_and_no_redirect_is_followed(int status)
    {
        await using var service = (await FakeChat.StartAsync()).Answer(status, "<html>what you sent was …", ("Location", "/elsewhere"));
        await using var host = Host(service);

        var error = await host.Sessions.SendTextAsync("relay-ops", "hello", TestContext.Current.CancellationToken).ErrorAsync();

        Assert.Equal((ChatFailure.Rejected, $"relay answered {status}"), (error.Failure, error.Message));
        Assert.Single(service.Requests);
    }

    [Fact]
    public async Task A_service_that_never_stops_answering_is_left()
    {
        await using var service = (await FakeChat.StartAsync()).Answer(async http =>
        {
            while (!http.RequestAborted.IsCancellationRequested)
            {
                await http.Response.Body.WriteAsync(new byte[64 * 1024]);
            }
        });
        await using var host = Host(service);

        await host.Sessions.SendTextAsync("relay-ops", "hello", TestContext.Current.CancellationToken);

        Assert.Single(service.Requests);
    }

    private static ChatHost Host(FakeChat service) =>
        ChatHost.Create(("relay:Kind", "http"), ("relay:Url", service.Url + "/in?a=1"), ("relay:Token", "t0k3n"));
}
