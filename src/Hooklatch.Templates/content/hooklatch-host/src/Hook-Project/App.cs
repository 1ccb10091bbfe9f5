namespace Hook_Project;

/// <summary>The host: what it serves, before it runs. The tests start the same one.</summary>
public static class App
{
    public static WebApplication Build(string[] args)
    {
        var builder = WebApplication.CreateSlimBuilder(args);
        builder.AddHooklatch();
        builder.Services.AddHealthChecks();

        var app = builder.Build();
        app.MapHooklatch();
        app.MapHealthChecks("/health");
        return app;
    }
}
