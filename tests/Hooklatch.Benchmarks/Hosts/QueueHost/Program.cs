[assembly: Plugin("bench", "queue")]

var builder = WebApplication.CreateSlimBuilder(args);
builder.Logging.ClearProviders();

// The store comes with the reference to its package.
builder.AddHooklatch();

var app = builder.Build();
app.MapHooklatch();
app.Run();
