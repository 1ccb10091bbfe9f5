using System.CommandLine;
using System.Globalization;
using Hooklatch.Cli.Catalog;
using Hooklatch.Cli.Sending;
using Hooklatch.Cli.Terminals;
using Hooklatch.Cli.Verifying;
using Hooklatch.Signing;

namespace Hooklatch.Cli.Commands;

/// <summary><c>verify</c>: verifies a captured request offline, and explains it step by step.</summary>
internal sealed class VerifyCommand : ToolCommand
{
    private readonly Argument<string?> _provider = CommonOptions.Provider();
    private readonly Argument<string?> _file = CommonOptions.File("The captured request: a file, or - for what is piped in.");
    private readonly SecretOptions _secrets = new("The secret, or the public key; repeat it for several.");
    private readonly Option<string[]> _other = new("--other-secret")
    {
        Description = "The secret of another environment: live=….",
        HelpName = "NAME=SECRET",
    };
    private readonly Option<string[]> _otherFile = new("--other-secret-file")
    {
        Description = "The same in a file: live=FILE.",
        HelpName = "NAME=FILE",
    };
    private readonly Option<string?> _url = new("--url", "-u") { Description = "The URL as the provider calls it.", HelpName = "URL" };
    private readonly Option<string?> _now = new("--now")
    {
        Description = "When it was received: RFC 3339, or seconds since 1970.",
        HelpName = "TIME",
    };
    private readonly Option<int> _tolerance = CommonOptions.Number(
        "--tolerance",
        "Seconds that a signed time may be off, where the provider states none.",
        300,
        1,
        int.MaxValue
    );

    public VerifyCommand(Surroundings here)
        : base(here, "verify", "Verify a captured request offline, and explain it step by step.")
    {
        _provider.Arity = ArgumentArity.ExactlyOne;
        _file.Arity = ArgumentArity.ExactlyOne;
        Add(_provider);
        Add(_file);
        _secrets.AddTo(this);
        Option[] options = [_other, _otherFile, _url, _now, _tolerance];
        Array.ForEach(options, Add);
    }

    protected override async Task<int> RunAsync(ParseResult line, Output output, CancellationToken cancellation)
    {
        var preset = PresetCatalog.Find(line.GetValue(_provider)!);
        var file = line.GetValue(_file)!;
        var requests = CapturedReader.Read(await new FileReader(Here).ReadAsync(file, cancellation));
        var kind = preset.Create().CreateSigner().KeyKind is SignerKeyKind.Secret ? "secret" : "public key";
        var options = new VerifyOptions
        {
            Preset = preset,
            Secrets = _secrets.Read(line, Here, kind),
            Others =
            [
                .. (line.GetValue(_other) ?? []).Select(CommonOptions.Pair),
                .. (line.GetValue(_otherFile) ?? [])
                    .Select(CommonOptions.Pair)
                    .Select(pair => KeyValuePair.Create(pair.Key, SecretReader.ReadFile(pair.Value))),
            ],
            Settings = _secrets.Settings(line),
            Url = line.GetValue(_url),
            Now = Here.Time.GetUtcNow(),
            ToleranceSeconds = line.GetValue(_tolerance),
        };
        var given = line.GetValue(_now) is { } text ? TimeText.Point(text, Here.Time.GetUtcNow()) : (DateTimeOffset?)null;
        var failed = 0;
        foreach (var request in requests)
        {
            var now = given ?? request.ReceivedAt ?? CapturedReader.TimeOf(file) ?? options.Now;
            failed += await VerifyAsync(request, options with { Now = now }, output) ? 0 : 1;
        }

        return failed == 0 ? ExitCode.Done : ExitCode.Failed;
    }

    private static async Task<bool> VerifyAsync(CapturedRequest request, VerifyOptions options, Output output)
    {
        var verifier = new OfflineVerifier(options);
        var verdict = await verifier.VerifyAsync(request, options.Secrets);
        var causes = verdict.IsVerified ? [] : await new CauseFinder(options, verifier).FindAsync(request, verdict);
        output.Json(
            new VerifyResult
            {
                Provider = options.Preset.Name,
                Verified = verdict.IsVerified,
                SecretIndex = verdict.SecretIndex,
                Cause = causes is [var best, ..] ? best.Code : null,
                Causes = [.. causes.Select(cause => cause.Text)],
                Explanation = verdict.Explanation?.ToJson(),
            },
            ToolJson.Default.VerifyResult
        );
        new VerifyReport(output).Write(request, options, verdict, causes);
        return verdict.IsVerified;
    }
}
