using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Hooklatch.Console.Deliveries;
using Hooklatch.Console.Tests.Hosting;
using Hooklatch.Deliveries;
using Hooklatch.Management;

namespace Hooklatch.Console.Tests.Deliveries;

/// <summary>What is said of refused deliveries.</summary>
public sealed partial class RefusalAdviceTests
{
    [Fact]
    public void There_is_advice_for_every_reason_that_the_core_has()
    {
        var reasons = Reasons().Append(DeliveryEnd.TimedOut).ToHashSet();
        // The guard sees the reasons at all.
        Assert.Superset(new HashSet<string> { "invalid_signature", "inbox_full", "method", "binding", "answer" }, reasons);
        Assert.Empty(reasons.Except(RefusalAdvice.All.Keys));
        Assert.Empty(RefusalAdvice.All.Keys.Except(reasons));
    }

    [Fact]
    public async Task A_refusal_is_listed_with_what_its_sender_can_do()
    {
        await using var host = await DeliveryHost.StartAsync(settings: ("Plugins:tests.console:Secret", "It's a Secret to Everybody"));
        using var client = new HttpClient { BaseAddress = host.Host.Http1 };
        for (var i = 0; i < 3; i++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/api/plugin/tests.console/webhook/events");
            request.Content = new StringContent("{}", Encoding.UTF8, "application/json");
            request.Headers.Add("X-GitHub-Event", "push");
            request.Headers.Add("X-Hub-Signature-256", $"sha256={new string('0', 64)}");
            using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        }

        var page = await host.GetAsync<RefusalPage>("refusals?plugin=tests.console&endpoint=/events&size=2", ConsoleRole.Read);
        Assert.Equal(2, page.Refusals.Count);
        Assert.Equal(("invalid_signature", 403), (page.Refusals[0].Reason, page.Refusals[0].Status));
        Assert.Equal(RefusalAdvice.Of("invalid_signature"), page.Refusals[0].Advice);
        var rest = await host.GetAsync<RefusalPage>($"refusals?before={page.Next}");
        Assert.Single(rest.Refusals);
        Assert.Null(rest.Next);
    }

    [Theory]
    [InlineData("endpoint=/x", "plugin")]
    [InlineData("size=1000", "size")]
    [InlineData("before=x", "before")]
    [InlineData("reason=x", "reason")]
    public async Task A_parameter_that_cannot_be_used_is_named(string query, string name)
    {
        await using var host = await DeliveryHost.StartAsync();
        var problem = await host.RefusedAsync(HttpStatusCode.BadRequest, HttpMethod.Get, $"refusals?{query}");
        Assert.Contains($"'{name}'", problem.Detail, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Reasons()
    {
        var rejections = File.ReadAllText(Repository.PathOf("src", "Hooklatch", "Http", "Rejection.cs"));
        var more = Directory
            .EnumerateFiles(Repository.PathOf("src", "Hooklatch"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Select(File.ReadAllText)
            .SelectMany(text => ReasonOfEnd().Matches(text));
        return ReasonOfRejection().Matches(rejections).Concat(more).Select(match => match.Groups[1].Value);
    }

    [GeneratedRegex("""new\(\s*"([a-z_]+)",""")]
    private static partial Regex ReasonOfRejection();

    [GeneratedRegex("""\bReason = "([a-z_]+)",?""")]
    private static partial Regex ReasonOfEnd();
}
