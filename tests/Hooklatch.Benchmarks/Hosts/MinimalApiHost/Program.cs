using System.Text.Json;
using Hooklatch.Benchmarks.Hosts;

var builder = WebApplication.CreateSlimBuilder(args);
builder.Logging.ClearProviders();
builder.Services.ConfigureHttpJsonOptions(options =>
{
    options.SerializerOptions.PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower;
    options.SerializerOptions.TypeInfoResolverChain.Insert(0, MinimalJson.Default);
});

var verifier = new VerifyingMiddleware(builder.Configuration["Secret"]!);
var app = builder.Build();
app.Use(verifier.InvokeAsync);
app.MapMinimal();
app.Run();
