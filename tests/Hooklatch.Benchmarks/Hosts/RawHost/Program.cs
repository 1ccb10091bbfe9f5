using Hooklatch.Benchmarks.Hosts;

var builder = WebApplication.CreateSlimBuilder(args);
builder.Logging.ClearProviders();

var raw = new RawHandlers(builder.Configuration["Secret"]!);
var app = builder.Build();
app.Map("/push", (RequestDelegate)raw.PushAsync);
app.Map("/upload", (RequestDelegate)raw.UploadAsync);
app.Map("/floor", (RequestDelegate)RawHandlers.FloorAsync);
app.Run();
