using System.CommandLine;
using System.Globalization;
using Hooklatch.Cli.Hosts;
using Hooklatch.Cli.Terminals;
using Hooklatch.Management;

namespace Hooklatch.Cli.Commands;

/// <summary>A command that acts on deliveries: on those that are named, or on all that a filter finds.</summary>
internal abstract class ActCommand : HostCommand
{
    private readonly string _action;
    private readonly string? _state;
    private readonly Argument<long[]> _ids = Ids.Some();
    private readonly FilterOptions _filter = new();
    private readonly Option<int> _perSecond = CommonOptions.Number("--per-second", "How many at most in a second.", 50, 1, 10_000);
    private readonly Option<bool> _yes = new("--yes", "-y") { Description = "Do not ask." };

    /// <param name="here">What is around the tool.</param>
    /// <param name="action">The action, which is the command's name.</param>
    /// <param name="description">What it does.</param>
    /// <param name="state">The state of what it acts on; <see langword="null"/> where the person chooses.</param>
    private protected ActCommand(Surroundings here, string action, string description, string? state = null)
        : base(here, action, description)
    {
        (_action, _state) = (action, state);
        Add(_ids);
        _filter.AddTo(this, withState: state is null);
        Add(_perSecond);
        Add(_yes);
    }

    protected override async Task<int> RunAsync(ParseResult line, HostClient host, Output output, CancellationToken cancellation)
    {
        var filter = _filter.Read(line, Here.Time.GetUtcNow());
        if (line.GetValue(_ids) is { Length: > 0 } ids)
        {
            return filter == new DeliveryFilter()
                ? await ActAsync(ids, host, output, cancellation)
                : throw ToolException.Usage("Name deliveries, or say by a filter which; not both.");
        }

        return _state is null && filter == new DeliveryFilter()
            ? throw ToolException.Usage("Say which: ids, or a filter such as --since 2h.")
            : await new BulkAction(host, Here, output).RunAsync(
                _action,
                filter with
                {
                    State = _state ?? filter.State,
                },
                line.GetValue(_perSecond),
                line.GetValue(_yes),
                cancellation
            );
    }

    private async Task<int> ActAsync(long[] ids, HostClient host, Output output, CancellationToken cancellation)
    {
        var failed = 0;
        foreach (var id in ids)
        {
            var path = new HostQuery(string.Create(CultureInfo.InvariantCulture, $"deliveries/{id}/{_action}"));
            try
            {
                var result = await host.PostAsync(
                    path,
                    new DeliveryAction(),
                    ManagementJson.Default.DeliveryAction,
                    ManagementJson.Default.ActionResult,
                    cancellation
                );
                output.Json(result, ManagementJson.Default.ActionResult);
                output.Line(
                    string.Create(CultureInfo.InvariantCulture, $"{id}: {result.Message}"),
                    result.Done ? Color.Green : Color.Yellow
                );
                failed += result.Done ? 0 : 1;
            }
            catch (ToolException error) when (error.Status is 404 or 409)
            {
                // The others may still be there.
                output.Fail(error);
                failed++;
            }
        }

        return failed == 0 ? ExitCode.Done : ExitCode.Failed;
    }
}
