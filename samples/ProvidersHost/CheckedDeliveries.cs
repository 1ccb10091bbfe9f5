using System.Globalization;
using Hooklatch.Configuration;
using Hooklatch.Endpoints;
using Hooklatch.Verification.Keys;

namespace Hooklatch.Samples.ProvidersHost;

/// <summary>What lets this host take deliveries that were made for somebody else, at another time.</summary>
internal static class CheckedDeliveries
{
    /// <summary>Stops the clock where <c>Hooklatch:Now</c> says so, or <c>Sample:Now</c>, as it was called.</summary>
    public static void AddFixedClock(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<IConfigurationKeySource, ClockKeys>();
        if ((builder.Configuration["Hooklatch:Now"] ?? builder.Configuration["Sample:Now"]) is { Length: > 0 } seconds)
        {
            var now = DateTimeOffset.FromUnixTimeSeconds(long.Parse(seconds, NumberStyles.None, CultureInfo.InvariantCulture));
            builder.Services.AddSingleton<TimeProvider>(new FixedClock(now));
        }
    }

    /// <summary>Answers in place of providers where <c>Sample:Answers</c> says what.</summary>
    public static void AddFixedAnswers(this WebApplicationBuilder builder)
    {
        if (builder.Configuration["Sample:Answers"] is { Length: > 0 } text)
        {
            builder.Services.AddSingleton<IKeyFetcher>(new FixedAnswers(text));
        }
    }

    /// <summary>Makes a plugin's <c>PublicUrl</c> the exact URL of each of its endpoints, too, whatever path a sender signed.</summary>
    public static void UseExactPublicUrl(this WebApplication app, string plugin)
    {
        var section = app.Configuration.GetSection($"Plugins:{plugin}");
        if (section["PublicUrl"] is not { Length: > 0 } url)
        {
            return;
        }

        var endpoints = app.Services.GetRequiredService<EndpointDataSource>().Endpoints;
        foreach (var webhook in endpoints.Select(endpoint => endpoint.Metadata.GetMetadata<WebhookEndpoint>()).OfType<WebhookEndpoint>())
        {
            section[$"PublicUrls:{webhook.Template}"] = url;
        }
    }
}
