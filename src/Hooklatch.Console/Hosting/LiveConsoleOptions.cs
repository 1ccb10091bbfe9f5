using Hooklatch.Configuration;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Hooklatch.Console.Hosting;

/// <summary>The options as they are now: read again after each change of the configuration, delegates included. They are not checked.</summary>
internal sealed class LiveConsoleOptions(
    IConfiguration configuration,
    IEnumerable<IConfigureOptions<HooklatchConsoleOptions>> configures,
    IEnumerable<IPostConfigureOptions<HooklatchConsoleOptions>> postConfigures
)
{
    private readonly LiveValue<HooklatchConsoleOptions> _live = new(configuration, () => Build(configures, postConfigures));

    /// <summary>One object until the next change.</summary>
    public HooklatchConsoleOptions Current => _live.Current;

    private static HooklatchConsoleOptions Build(
        IEnumerable<IConfigureOptions<HooklatchConsoleOptions>> configures,
        IEnumerable<IPostConfigureOptions<HooklatchConsoleOptions>> postConfigures
    )
    {
        var options = new HooklatchConsoleOptions();
        foreach (var configure in configures)
        {
            configure.Configure(options);
        }

        foreach (var configure in postConfigures)
        {
            configure.PostConfigure(Options.DefaultName, options);
        }

        return options;
    }
}
