namespace Hooklatch;

/// <summary>
/// Makes a static method register the plugin's services: <c>static void Configure(IServiceCollection services)</c>, or with the host's
/// <c>IConfiguration</c> as a second parameter. Generated code calls it when a host adds the plugin.
/// </summary>
/// <remarks>What it throws fails this plugin alone. For the plugin's own settings, take its configuration class where they are needed.</remarks>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PluginServicesAttribute : Attribute;
