using Microsoft.Playwright;

namespace Hooklatch.Browser.Tests.Harness;

/// <summary>A browser that all tests share; each page has a profile of its own.</summary>
public sealed class Chromium : IAsyncDisposable
{
    private static readonly string[] Programs = ["chromium", "chromium-browser", "google-chrome"];

    // No sandbox: the tests run as root in a container. The rest keeps the browser from calling home.
    private static readonly string[] Arguments =
    [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
    ];

    private readonly SemaphoreSlim _once = new(1);
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
        _once.Dispose();
    }

    /// <summary>Opens an empty page, with nothing that another page has stored.</summary>
    /// <param name="width">The width in CSS pixels.</param>
    /// <param name="isDark">Whether the person prefers dark.</param>
    internal async Task<ConsolePage> OpenAsync(int width = 1440, bool isDark = false)
    {
        Component.Require(Programs);
        var context = await (await BrowserAsync()).NewContextAsync(
            new()
            {
                // The tests' own certificate.
                IgnoreHTTPSErrors = true,
                ViewportSize = new() { Width = width, Height = width < 600 ? 844 : 900 },
                DeviceScaleFactor = width < 600 ? 2 : 1,
                ColorScheme = isDark ? ColorScheme.Dark : ColorScheme.Light,
                ReducedMotion = ReducedMotion.Reduce,
                Permissions = ["clipboard-read", "clipboard-write"],
                TimezoneId = "Europe/Berlin",
                Locale = "en-GB",
            }
        );
        return new ConsolePage(context, await context.NewPageAsync());
    }

    private async Task<IBrowser> BrowserAsync()
    {
        await _once.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            _playwright ??= await Playwright.CreateAsync();
            return _browser ??= await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = Program(), Args = Arguments });
        }
        finally
        {
            _once.Release();
        }
    }

    private static string Program() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator)
            .SelectMany(folder => Programs.Select(name => Path.Combine(folder, name)))
            .First(File.Exists);
}
