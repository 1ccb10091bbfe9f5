var builder = WebApplication.CreateSlimBuilder(args);
builder.Logging.ClearProviders();
builder.Build().Run();
