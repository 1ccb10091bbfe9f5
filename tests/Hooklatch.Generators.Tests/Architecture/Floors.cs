namespace Hooklatch.Generators.Tests.Architecture;

/// <summary>The rooms of each project, lowest first: a room uses only those below it. docs/architecture.md says what each of them holds.</summary>
internal static class Floors
{
    public static readonly string[] Core =
    [
        "", // what authors type
        "Storage",
        "Inbox",
        "Management",
        "Bodies",
        "Http",
        "Json",
        "Description",
        "Validation",
        "Configuration",
        "Plugins",
        "Signing",
        "Deliveries",
        "Verification",
        "Providers",
        "Binding",
        "Handshakes",
        "Addresses",
        "Duplicates",
        "Jobs",
        "Endpoints",
        "Telemetry",
        "Lifecycle",
        "Routing",
        "Hosting",
    ];

    public static readonly string[] Generator =
    [
        "Common",
        "Diagnostics",
        "Text",
        "FromJson",
        "Validation",
        "Json",
        "Forms",
        "Services",
        "Results",
        "Verification",
        "Parameters",
        "Configuration",
        "Plugins",
        "Handlers",
        "Jobs",
        "Link",
        "Checks",
        "", // the generator and the analyzer, which put the rest together
    ];

    /// <summary>The arrows that go up. A room without a floor is above all others.</summary>
    public static IEnumerable<Arrow> Upward(IEnumerable<Arrow> arrows, string[] floors)
    {
        return arrows.Where(arrow => FloorOf(arrow.From) < FloorOf(arrow.To));

        int FloorOf(string room) => Array.IndexOf(floors, room) is >= 0 and var floor ? floor : int.MaxValue;
    }
}
