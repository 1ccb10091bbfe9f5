using System.Text;
using System.Text.Json;
using Hooklatch.Browser.Tests.Harness;
using Microsoft.Playwright;

namespace Hooklatch.Browser.Tests;

/// <summary>Whatever a sender writes is text: nothing of it runs, and nothing of it breaks the page.</summary>
public sealed class HostileTests(PublishedSamples published, Chromium chromium)
{
    public static readonly TheoryData<string> Texts =
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "\"><svg/onload=alert(1)>",
        "javascript:alert(1)",
        "{{constructor.constructor('alert(1)')()}}",
        "'; alert(1); //",
        "</title></style></textarea><script>alert(1)</script>",
        "\u202Egnp.exe\u202C",
        "\u0007\u001B[31mred\u001B[0m",
        new string('W', 3000),
        "a\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301",
    ];

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task A_hostile_text_is_shown_and_nothing_else(string text)
    {
        await using var host = await ConsoleHosts.StartAsync(published);
        var body = JsonSerializer.SerializeToUtf8Bytes(
            new
            {
                repository = new { full_name = text },
                pusher = new { name = text },
                commits = new[] { new { message = 42 } },
                other = text,
            }
        );
        // What a header can carry: the rest of it stands in the body alone.
        var header = new string([.. text.Where(letter => letter is >= ' ' and < '\u007f')]);
        await host.SendAsync(
            ConsoleHost.Queued,
            body,
            "push",
            header.Length > 200 ? header[..200]
                : header.Length == 0 ? "plain"
                : header
        );
        await host.SendAsync(
            ConsoleHost.Queued,
            Encoding.UTF8.GetBytes("{}"),
            header.Length > 60 ? header[..60] : header,
            "x",
            secret: "wrong"
        );
        await using var page = await chromium.OpenAsync(390);
        await page.SignInAsync(host, ConsoleHost.Owner);

        foreach (var view in new[] { "Overview", "Refusals", "Deliveries" })
        {
            await page.OpenAsync(view);
            await page.Expect(page.Page.GetByText("Loading")).ToHaveCountAsync(0);
            await page.CheckWidthAsync(view);
        }

        await page.Page.GetByRole(AriaRole.Link, new() { Name = "push" }).First.ClickAsync();
        foreach (var tab in new[] { "What happened", "Request", "Body" })
        {
            await page.Page.GetByRole(AriaRole.Tab, new() { Name = tab }).ClickAsync();
            await page.Expect(page.Page.GetByText("Loading")).ToHaveCountAsync(0);
            await page.CheckWidthAsync(tab);
        }
    }
}
