using System.CommandLine;

namespace Hooklatch.Cli.Commands;

/// <summary>The ids of deliveries on a command line.</summary>
internal static class Ids
{
    private const int Max = 1000;

    /// <summary>One id.</summary>
    public static Argument<long> One() => new("id") { Description = "The id in the host's store.", HelpName = "ID" };

    /// <summary>Some ids, or none where a filter says which.</summary>
    public static Argument<long[]> Some() =>
        new("ids")
        {
            Description = "Ids in the host's store; none for all that the filter finds.",
            HelpName = "ID",
            Arity = new ArgumentArity(0, Max),
        };
}
