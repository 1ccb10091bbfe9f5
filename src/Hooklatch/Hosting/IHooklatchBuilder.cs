using Microsoft.Extensions.Configuration;

// Where every ASP.NET Core developer looks for it.
#pragma warning disable IDE0130
namespace Microsoft.Extensions.DependencyInjection;

/// <summary>What <c>AddHooklatch()</c> returns: extension methods add to it what a host may have besides webhooks.</summary>
public interface IHooklatchBuilder
{
    /// <summary>The host's services.</summary>
    IServiceCollection Services { get; }

    /// <summary>The host's configuration.</summary>
    IConfiguration Configuration { get; }
}
