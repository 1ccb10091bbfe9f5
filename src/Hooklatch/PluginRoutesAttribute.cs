namespace Hooklatch;

/// <summary>
/// Makes a static method map routes of the plugin's own, <c>static void Map(RouteGroupBuilder routes)</c>: minimal APIs below
/// <c>/plugins/{author}.{module}</c>, beside its webhooks. They are the platform's routes in everything: nothing verifies a sender, and paths match
/// without regard to case.
/// </summary>
/// <remarks>
/// They answer as long as the plugin is served. Routes that cannot be built are reported, and leave the plugin's webhooks and everything else in the
/// host working.
/// </remarks>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PluginRoutesAttribute : Attribute;
