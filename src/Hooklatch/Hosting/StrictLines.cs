namespace Hooklatch.Hosting;

/// <summary>
/// Makes Kestrel reject a bare line feed as a line end. By default it accepts one, as RFC 9112 section 2.2 allows, and a proxy in front that
/// takes the same byte for text sees another request than the server does. The setting is read when the server is built.
/// </summary>
internal static class StrictLines
{
    private const string Switch = "Microsoft.AspNetCore.Server.Kestrel.DisableHttp1LineFeedTerminators";

    /// <summary>An operator's own setting in runtimeconfig.json stays.</summary>
    public static void Require()
    {
        if (!AppContext.TryGetSwitch(Switch, out _))
        {
            AppContext.SetSwitch(Switch, true);
        }
    }
}
