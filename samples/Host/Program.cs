using Microsoft.AspNetCore.Diagnostics.HealthChecks;

var builder = WebApplication.CreateSlimBuilder(args);
builder.WebHost.UseKestrelHttpsConfiguration();
builder.AddHooklatch().AddChatSessions().AddOpenApiWebhooks();
builder.Services.AddOpenApi();
builder.Services.AddHealthChecks();

var app = builder.Build();
app.MapHooklatch();
app.MapHooklatchOpenApi();
app.MapHooklatchConsole();
app.MapGet("/", () => Results.LocalRedirect("/hooklatch/")).ExcludeFromDescription();

// For the probes of an orchestrator: the first asks whether a restart would help, the second whether to send deliveries here.
app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = check => check.Tags.Contains("live") });
app.MapHealthChecks("/health/ready", new HealthCheckOptions { Predicate = check => check.Tags.Contains("ready") });
app.Run();
