using Hooklatch.Tests.Plugin;
using Microsoft.AspNetCore.Http;

namespace Hooklatch.Tests.Configuration;

/// <summary>Shows the configuration as a request sees it.</summary>
internal sealed class ConfigHooks(TestConfig injected)
{
    [Webhook("/config")]
    [Unverified("a test")]
    public Task<string> Show() =>
        Task.FromResult(
            string.Join(
                ' ',
                injected.Greeting,
                injected.Number,
                injected.Ratio,
                injected.Active,
                injected.Pause,
                injected.Day,
                injected.MaybeDay,
                injected.Address,
                string.Join('+', injected.Names),
                string.Join('+', injected.Numbers),
                string.Join('+', injected.Labels.OrderBy(label => label.Key).Select(label => $"{label.Key}={label.Value}")),
                injected.Nested.Inner,
                injected.Nested.Depth
            )
        );

    /// <summary>Takes the configuration twice, with a change in between that the test makes.</summary>
    [Webhook("/config/change")]
    [Unverified("a test")]
    public async Task<string> Change(HttpContext http, TestConfig parameter, IConfigChange change)
    {
        await change.ApplyAsync();
        var later = (TestConfig)http.RequestServices.GetService(typeof(TestConfig))!;
        var live = (IPluginConfig<TestConfig>)http.RequestServices.GetService(typeof(IPluginConfig<TestConfig>))!;
        return $"{injected.Greeting} {parameter.Greeting} {later.Greeting} {live.Current.Greeting}";
    }
}

/// <summary>A change that happens in the middle of a request.</summary>
public interface IConfigChange
{
    Task ApplyAsync();
}
