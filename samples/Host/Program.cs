using Hooklatch.Providers;
using Hooklatch.Samples.Host;

var builder = WebApplication.CreateSlimBuilder(args);
builder.AddFixedClock();
builder.AddFixedAnswers();
builder.AddHooklatch().AddWebhookSigningKeys<CircleSignatureAttribute, ConfiguredKeys>().AddChatSessions().AddOpenApiWebhooks();
builder.Services.AddOpenApi();

var app = builder.Build();
app.MapHooklatch();
app.UseExactPublicUrl("dev.providers");
app.MapHooklatchOpenApi();
app.Run();
