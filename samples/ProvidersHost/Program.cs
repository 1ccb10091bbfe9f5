using Hooklatch.Providers;
using Hooklatch.Samples.ProvidersHost;

var builder = WebApplication.CreateSlimBuilder(args);
builder.AddFixedClock();
builder.AddFixedAnswers();
builder.AddHooklatch().AddWebhookSigningKeys<CircleSignatureAttribute, ConfiguredKeys>();

var app = builder.Build();
app.MapHooklatch();
app.UseExactPublicUrl("dev.providers");
app.Run();
