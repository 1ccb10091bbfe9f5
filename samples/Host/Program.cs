var builder = WebApplication.CreateSlimBuilder(args);
builder.AddHooklatch();

var app = builder.Build();
app.MapHooklatch();
app.Run();
