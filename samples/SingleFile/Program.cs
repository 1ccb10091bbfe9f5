[assembly: Plugin("dev", "single_file")]

var builder = WebApplication.CreateSlimBuilder(args);
builder.AddHooklatch();

var app = builder.Build();
app.MapHooklatch();
app.Run();

/// <summary>The one endpoint, and the one setting that it needs: <c>Plugins:dev.single_file:Secret</c>.</summary>
internal sealed class Hooks(HooksConfig config)
{
    [Webhook("/push", Methods = ["POST"])]
    [GitHubSignature(Secret = nameof(HooksConfig.Secret))]
    public Task<string> OnPush([FromJson("repository.full_name")] string repository) =>
        Task.FromResult($"{config.Greeting} {repository}\n");
}

[PluginConfig]
internal sealed class HooksConfig
{
    [Secret]
    public string? Secret { get; init; }

    public string Greeting { get; init; } = "Thank you,";
}
