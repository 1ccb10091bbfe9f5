[assembly: Plugin("bench", "host")]

var builder = WebApplication.CreateSlimBuilder(args);
builder.Logging.ClearProviders();
builder.AddHooklatch();

var app = builder.Build();
app.MapHooklatch();
app.Run();
