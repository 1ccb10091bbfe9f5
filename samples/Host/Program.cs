using Hooklatch.Providers;
using Hooklatch.Samples.Host;

var builder = WebApplication.CreateSlimBuilder(args);
builder.AddFixedClock();
builder.AddFixedAnswers();
builder.Services.AddWebhookSigningKeys<CircleSignatureAttribute, ConfiguredKeys>();
builder.AddHooklatch();
builder.Services.AddChatSessions(builder.Configuration);
builder.Services.AddOpenApi(options => options.AddHooklatch());

var app = builder.Build();
app.MapHooklatch();
app.UseExactPublicUrl("dev.providers");
app.MapOpenApi();
app.Run();
