using System.Globalization;
using System.Text;
using Hooklatch.Http;
using Microsoft.Extensions.Logging;

namespace Hooklatch.Tests.Transport;

/// <summary>What a sender writes never becomes a log line of its own, nor a command to a terminal, nor a page of log.</summary>
public sealed class LogInjectionTests
{
    private const int MaxLength = 200;

    /// <summary>As much as a header may be, less than Kestrel's 32 KiB for all of them.</summary>
    private static readonly string TenKilobytes = new('a', 10_000);

    public static TheoryData<string> Hostile =>
        [
            "id\u001b[2J\u001b[31mforged",
            "id\u0007\u0008\u007f",
            "id\u0085forged",
            "id\u2028forged\u2029",
            "id\u202egnp.exe",
            TenKilobytes,
            new string('é', 5_000),
        ];

    [Theory, MemberData(nameof(Hostile))]
    public async Task A_hostile_delivery_id_and_event_stay_in_one_short_line(string text)
    {
        await using var host = await TransportHost.StartAsync();

        await RawHttp.ExchangeAsync(
            host.Http1,
            RawRequest.Post(TransportPlugin.Fails, "", "X-GitHub-Delivery: " + Utf8(text), "X-GitHub-Event: " + Utf8(text))
        );

        Assert.Contains(host.Log.Own, entry => entry.Message.Contains(text[..2], StringComparison.Ordinal));
        AssertHarmless(host.Log);
    }

    [Theory]
    [InlineData("/a%0d%0aforged")]
    [InlineData("/a%1b[2J")]
    [InlineData("/a%e2%80%a8forged")]
    public async Task A_hostile_path_stays_in_one_short_line(string path)
    {
        await using var host = await TransportHost.StartAsync();

        await RawHttp.ExchangeAsync(host.Http1, RawRequest.Post(TransportPlugin.Prefix + path));

        AssertHarmless(host.Log);
    }

    [Theory]
    [InlineData("id\r\nX-Forged: 1")]
    [InlineData("id\nforged")]
    public async Task A_line_break_ends_the_header(string text)
    {
        await using var host = await TransportHost.StartAsync();

        await RawHttp.ExchangeAsync(host.Http1, RawRequest.Post(TransportPlugin.Fails, "", "X-GitHub-Delivery: " + text));

        AssertHarmless(host.Log);
    }

    private static void AssertHarmless(CapturedLog log)
    {
        // At Debug ASP.NET Core's own routing prints decoded paths; what a host shows by default is clean.
        // The table of a plugin, at the start, has a line for each webhook, before anybody sends something.
        Assert.DoesNotContain(
            log.Entries.Where(entry => entry.Level >= LogLevel.Information && entry.Event != nameof(LogEvents.Plugin)),
            entry => entry.Message.Any(IsHarmful)
        );
        Assert.DoesNotContain(
            log.Own.Where(entry => entry.Event != nameof(LogEvents.Plugin)),
            entry => entry.Message.Any(IsHarmful) || entry.Fields.Values.Any(value => $"{value}".Length > MaxLength)
        );
    }

    private static bool IsHarmful(char character) =>
        char.IsControl(character)
        || char.GetUnicodeCategory(character)
            is UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator
                or UnicodeCategory.Format;

    /// <summary>The text in the bytes in which a header carries it.</summary>
    private static string Utf8(string text) => Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(text));
}
