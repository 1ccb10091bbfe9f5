using System.CommandLine;
using System.Globalization;
using Hooklatch.Cli.Hosts;
using Hooklatch.Cli.Terminals;
using Hooklatch.Management;

namespace Hooklatch.Cli.Commands.Deliveries;

/// <summary><c>deliveries show</c>: one delivery, or its exact body.</summary>
internal sealed class ShowCommand : HostCommand
{
    private readonly Argument<long> _id = Ids.One();
    private readonly Option<bool> _body = new("--body") { Description = "Write the exact body, which the host notes." };

    public ShowCommand(Surroundings here)
        : base(here, "show", "Show a delivery, or its exact body.")
    {
        Add(_id);
        Add(_body);
    }

    protected override async Task<int> RunAsync(ParseResult line, HostClient host, Output output, CancellationToken cancellation)
    {
        var path = string.Create(CultureInfo.InvariantCulture, $"deliveries/{line.GetValue(_id)}");
        if (line.GetValue(_body))
        {
            var body = await host.GetBytesAsync(new HostQuery(path + "/body/raw"), cancellation);
            if (Here.Terminal.OutIsTerminal && body.AsSpan().IndexOfAnyExceptInRange((byte)' ', (byte)'~') >= 0)
            {
                // What a stranger sent moves no terminal.
                foreach (var text in System.Text.Encoding.UTF8.GetString(body).Split('\n'))
                {
                    Here.Terminal.Out.WriteLine(LogText.OneLine(text.TrimEnd('\r')));
                }

                return ExitCode.Done;
            }

            await Here.Terminal.OutBytes.WriteAsync(body, cancellation);
            await Here.Terminal.OutBytes.FlushAsync(cancellation);
            return ExitCode.Done;
        }

        var view = await host.GetAsync(new HostQuery(path), ManagementJson.Default.DeliveryView, cancellation);
        output.Json(view, ManagementJson.Default.DeliveryView);
        new DeliveryReport(output).Write(view);
        return ExitCode.Done;
    }
}
