using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Hooklatch.Browser.Tests.Harness;

/// <summary>
/// A page of the console as a person sees it. When it is closed it fails the test for whatever nobody may see: an error of a script, a violation of the
/// policy, a request to another origin.
/// </summary>
internal sealed class ConsolePage : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly List<string> _troubles = [];
    private Uri? _origin;

    public ConsolePage(IBrowserContext context, IPage page)
    {
        (_context, Page) = (context, page);
        page.PageError += (_, error) => Add("script: " + error);
        page.Console += (_, message) =>
        {
            // A refusal that a test provokes is logged by the browser itself.
            if (message.Type is "error" or "warning" && !message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal))
            {
                Add($"console {message.Type}: {message.Text}");
            }
        };
        page.Request += (_, request) =>
        {
            if (
                _origin is not null
                && !request.Url.StartsWith("data:", StringComparison.Ordinal)
                && !_origin.IsBaseOf(new Uri(request.Url))
            )
            {
                Add("request to another origin: " + request.Url);
            }
        };
        // What hostile text would do if it ran.
        page.Dialog += (_, dialog) =>
        {
            Add("dialog: " + dialog.Message);
            _ = dialog.DismissAsync();
        };
    }

    public IPage Page { get; }

    /// <summary>What went wrong so far.</summary>
    public IReadOnlyList<string> Troubles
    {
        get
        {
            lock (_troubles)
            {
                return [.. _troubles];
            }
        }
    }

    /// <summary>Opens the console of a host and signs in with a token.</summary>
    public async Task SignInAsync(ConsoleHost host, string token)
    {
        await GoAsync(host, "/hooklatch/");
        await Page.GetByLabel("Token", new() { Exact = true }).FillAsync(token);
        await Page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await Expect(Page.GetByRole(AriaRole.Navigation, new() { Name = "Views" })).ToBeVisibleAsync();
    }

    public async Task GoAsync(ConsoleHost host, string path)
    {
        _origin = host.Address;
        await Page.GotoAsync(new Uri(host.Address, path).AbsoluteUri);
    }

    /// <summary>Opens a view by the navigation.</summary>
    public Task OpenAsync(string view) =>
        Page.GetByRole(AriaRole.Navigation, new() { Name = "Views" })
            .GetByRole(AriaRole.Link, new() { Name = view, Exact = true })
            .ClickAsync();

    public ILocatorAssertions Expect(ILocator what) => Assertions.Expect(what);

    /// <summary>Fails for what a person with a screen reader or a keyboard stumbles over.</summary>
    public async Task CheckAccessibilityAsync(string where)
    {
        var result = await Page.RunAxe();
        var serious = result
            .Violations.Where(violation => violation.Impact is "serious" or "critical")
            .Select(violation => $"{where}: {violation.Id}: {string.Join(" | ", violation.Nodes.Take(3).Select(node => node.Html))}");
        Assert.Empty(serious);
    }

    /// <summary>Nothing is wider than the window, so that nobody has to scroll sideways.</summary>
    public async Task CheckWidthAsync(string where)
    {
        var excess = await Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assert.True(excess <= 0, $"{where}: the page is {excess} pixels wider than the window.");
    }

    /// <summary>Keeps a picture of the whole page with the output of the tests.</summary>
    public async Task<string> PictureAsync(string name)
    {
        var path = Repository.PathOf("artifacts", "console", name + ".png");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await Page.ScreenshotAsync(new() { Path = path, FullPage = true });
        return path;
    }

    public async ValueTask DisposeAsync()
    {
        await _context.DisposeAsync();
        Assert.Empty(Troubles);
    }

    private void Add(string trouble)
    {
        lock (_troubles)
        {
            _troubles.Add(trouble);
        }
    }
}
