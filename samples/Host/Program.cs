var builder = WebApplication.CreateSlimBuilder(args);
builder.AddHooklatch();
builder.Services.AddChatSessions(builder.Configuration);
builder.Services.AddOpenApi(options => options.AddHooklatch());

var app = builder.Build();
app.MapHooklatch();
app.MapOpenApi();
app.Run();
