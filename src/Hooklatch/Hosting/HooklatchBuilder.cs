using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Hooklatch.Hosting;

/// <inheritdoc cref="IHooklatchBuilder"/>
internal sealed record HooklatchBuilder(IServiceCollection Services, IConfiguration Configuration) : IHooklatchBuilder;
