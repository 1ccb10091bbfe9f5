using System.Net;
using System.Text.Json;
using Hooklatch.Console.Tests.Hosting;
using Hooklatch.Inbox;
using Hooklatch.Jobs;
using Hooklatch.Management;

namespace Hooklatch.Console.Tests.Deliveries;

/// <summary>What is shown of one delivery, and to whom.</summary>
public sealed class DeliveryViewTests
{
    private const string More =
        ""","headers":{"X-Text":["plain"],"X-Api-Key":["canary"]},"query":{"who":["q-value"],"token":["canary"]},"route":{"shop":"r-value"},"traceparent":"00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01" """;

    public static TheoryData<string> HostileTexts => Hostile.Texts;

    [Theory]
    [InlineData(StoreKind.Memory)]
    [InlineData(StoreKind.Sqlite)]
    public async Task What_comes_from_a_body_is_for_those_who_may_see_bodies(StoreKind store)
    {
        await using var host = await DeliveryHost.StartAsync(store);
        var id = await host.AddAsync(
            host.Item("{}"u8.ToArray()) with
            {
                Details = DeliveryHost.Details("application/json", more: More),
                OrderKey = "customer 7",
            }
        );

        var text = await host.TextAsync($"deliveries/{id}", ConsoleRole.Read);
        Assert.DoesNotContain("customer 7", text, StringComparison.Ordinal);
        Assert.DoesNotContain("q-value", text, StringComparison.Ordinal);
        Assert.DoesNotContain("r-value", text, StringComparison.Ordinal);
        Assert.Contains("plain", text, StringComparison.Ordinal);
        Assert.DoesNotContain("canary", text, StringComparison.Ordinal);

        var view = await host.GetAsync<DeliveryView>($"deliveries/{id}", ConsoleRole.Bodies);
        Assert.Equal("customer 7", view.OrderKey);
        Assert.Equal("0af7651916cd43dd8448eb211c80319c", view.TraceId);
        Assert.Equal(("POST", "application/json"), (view.Method, view.ContentType));
        Assert.Equal("q-value", view.Query.Single(value => value.Name == "who").Values.Single());
        Assert.Equal("r-value", view.Route.Single().Values.Single());
        Assert.DoesNotContain("canary", JsonSerializer.Serialize(view, ManagementJson.Default.DeliveryView), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_of_which_its_handler_says_that_it_is_no_credential_is_shown()
    {
        await using var host = await DeliveryHost.StartAsync();
        var id = await host.AddAsync(
            host.Item("""{"tokenCount":"12","token":"canary"}"""u8.ToArray(), endpoint: "/harmless") with
            {
                Plugin = "tests.console",
                Details = DeliveryHost.Details("application/json", "ConsoleHooks_OnHarmless", ""","query":{"tokenCount":["12"]}"""),
            },
            InboxResult.Done
        );

        Assert.Equal("12", (await host.GetAsync<DeliveryView>($"deliveries/{id}")).Query.Single().Values.Single());
        var body = await host.GetAsync<BodyView>($"deliveries/{id}/body");
        Assert.Equal("{\n  \"tokenCount\": \"12\",\n  \"token\": \"••••••\"\n}", body.Text);
        Assert.Equal(1, body.Masked);
    }

    [Fact]
    public async Task The_timeline_tells_what_happened_in_its_order()
    {
        await using var host = await DeliveryHost.StartAsync();
        var id = await host.AddAsync(
            host.Item("{}"u8.ToArray()),
            () => InboxResult.Dead("Broken", "token=canary went wrong", "0123456789abcdef")
        );

        var view = await host.GetAsync<DeliveryView>($"deliveries/{id}", ConsoleRole.Read);
        Assert.Equal("Received and stored", view.Timeline[0].What);
        Assert.Contains(view.Timeline, entry => entry.IsTrouble && entry.What.StartsWith("Try 1 failed", StringComparison.Ordinal));
        Assert.Equal("Given up: it waits for a person", view.Timeline[^1].What);
        Assert.Equal(["replay", "requeue", "dismiss", "erase"], view.Actions);
        Assert.Equal("token=•••••• went wrong", view.Attempts.Single().Error);
        Assert.Equal("token=•••••• went wrong", view.Row.Error);
    }

    [Fact]
    public async Task A_job_has_its_report_and_its_result_is_for_those_who_may_see_bodies()
    {
        await using var host = await DeliveryHost.StartAsync();
        var report = new JobReport
        {
            Percent = 100,
            Message = "Half",
            Result = """{"name":"r-value","password":"canary"}"""u8.ToArray(),
        }.Write();
        var id = await host.AddAsync(
            host.Item("{}"u8.ToArray(), endpoint: "Shrink") with
            {
                Details = new JobDetails { Version = 2 }.Write(),
            },
            () => InboxResult.Done(report)
        );

        var view = await host.GetAsync<DeliveryView>($"deliveries/{id}", ConsoleRole.Read);
        Assert.True(view.Row.IsJob);
        Assert.Equal((100, "Half", null), (view.Report!.Percent, view.Report.Message, view.Report.Result));
        view = await host.GetAsync<DeliveryView>($"deliveries/{id}", ConsoleRole.Bodies);
        Assert.Contains("r-value", view.Report!.Result, StringComparison.Ordinal);
        Assert.DoesNotContain("canary", view.Report.Result, StringComparison.Ordinal);
        Assert.Equal("Enqueued", view.Timeline[0].What);
    }

    [Fact]
    public async Task Details_that_cannot_be_read_are_a_problem_and_the_rest_is_shown()
    {
        await using var host = await DeliveryHost.StartAsync();
        var id = await host.AddAsync(host.Item("{}"u8.ToArray()) with { Details = "{\"method\":"u8.ToArray() });
        var view = await host.GetAsync<DeliveryView>($"deliveries/{id}");
        Assert.NotNull(view.Problem);
        Assert.Equal(id, view.Row.Id);
    }

    [Fact]
    public async Task A_delivery_that_is_damaged_is_shown_as_far_as_the_list_knows_it()
    {
        await using var host = await DeliveryHost.StartAsync(more: services => DamagedOperations.Wrap(services));
        var id = await host.AddAsync("{}");
        var view = await host.GetAsync<DeliveryView>($"deliveries/{id}");
        Assert.Equal(DamagedOperations.Message, view.Problem);
        Assert.Equal(id, view.Row.Id);
        var problem = await host.RefusedAsync(HttpStatusCode.Conflict, HttpMethod.Get, $"deliveries/{id}/body");
        Assert.Equal(DamagedOperations.Message, problem.Detail);
        await host.RefusedAsync(HttpStatusCode.Conflict, HttpMethod.Post, $"deliveries/{id}/replay");
        Assert.True((await host.PostAsync<ActionResult>($"deliveries/{id}/erase")).Done);
    }

    [Theory]
    [InlineData("deliveries/12345")]
    [InlineData("deliveries/abc")]
    [InlineData("deliveries/12345/body")]
    [InlineData("deliveries/12345/body/raw")]
    public async Task What_is_not_there_is_said_to_be_not_there(string path)
    {
        await using var host = await DeliveryHost.StartAsync();
        await host.RefusedAsync(HttpStatusCode.NotFound, HttpMethod.Get, path);
    }

    [Fact]
    public async Task A_role_that_is_too_small_is_refused()
    {
        await using var host = await DeliveryHost.StartAsync();
        var id = await host.AddAsync("{}");
        foreach (var (method, path, role) in Forbidden(id))
        {
            using var answer = await host.SendAsync(method, path, role);
            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        }
    }

    [Theory]
    [MemberData(nameof(HostileTexts))]
    public async Task Hostile_texts_come_back_as_they_were_sent(string text)
    {
        await using var host = await DeliveryHost.StartAsync();
        var body = JsonSerializer.Serialize(new[] { text });
        var id = await host.AddAsync(
            host.Item(System.Text.Encoding.UTF8.GetBytes(body)) with
            {
                Event = text,
                DeliveryId = text,
                Details = DeliveryHost.Details(
                    "application/json",
                    more: $$""","headers":{"X-Text":[{{JsonSerializer.Serialize(text)}}]}"""
                ),
            },
            () => InboxResult.Dead(text, text, "0123456789abcdef")
        );

        var row = (await host.GetAsync<DeliveryPage>("deliveries")).Deliveries.Single();
        Assert.Equal((text, text, text), (row.Event, row.DeliveryId, row.ErrorType));
        Assert.Equal(text.Length > InboxResult.MaxErrorLength ? text[..InboxResult.MaxErrorLength] : text, row.Error);
        var view = await host.GetAsync<DeliveryView>($"deliveries/{id}");
        Assert.Equal(text, view.Headers.Single().Values.Single());
        var shown = await host.GetAsync<BodyView>($"deliveries/{id}/body");
        Assert.Equal(text, JsonSerializer.Deserialize<string[]>(shown.Text!)!.Single());
    }

    private static IEnumerable<(HttpMethod Method, string Path, ConsoleRole Role)> Forbidden(long id)
    {
        yield return (HttpMethod.Get, $"deliveries/{id}/body", ConsoleRole.Read);
        yield return (HttpMethod.Get, $"deliveries/{id}/body/raw", ConsoleRole.Read);
        yield return (HttpMethod.Get, "feed", ConsoleRole.Read);
        foreach (var action in new[] { "replay", "requeue", "dismiss", "cancel", "erase" })
        {
            yield return (HttpMethod.Post, $"deliveries/{id}/{action}", ConsoleRole.Bodies);
        }

        yield return (HttpMethod.Post, "bulk/preview", ConsoleRole.Bodies);
        yield return (HttpMethod.Post, "bulk", ConsoleRole.Bodies);
        yield return (HttpMethod.Delete, "bulk/x", ConsoleRole.Bodies);
    }
}
