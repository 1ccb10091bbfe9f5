using Hooklatch.FaultHost;
using Hooklatch.Generated.tests.faults;
using Hooklatch.Inbox;
using Hooklatch.Sqlite;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

var builder = WebApplication.CreateSlimBuilder(args);
var commits = new Commits();
var hooks = new SqliteHooks
{
    AfterCommit = commits.Add,
    Synchronous = builder.Configuration["Synchronous"] ?? SqliteHooks.None.Synchronous,
};
builder.Services.AddSingleton<IInboxStore>(new SqliteInboxStore(Options.Create(new SqliteInboxOptions()), hooks));
builder.Services.AddHooklatch(builder.Configuration, new Manifest()).AddInbox();

var app = builder.Build();
app.MapHooklatch();

// What tests ask instead of a log: how much of each state there is.
app.MapGet(
    "/state",
    async (HttpContext context) =>
    {
        var depth = await context.RequestServices.GetRequiredService<IInboxOperations>().GetDepthAsync();
        await context.Response.WriteAsync(
            $"ready={depth.Sum(each => each.Ready)} leased={depth.Sum(each => each.Leased)} delayed={depth.Sum(each => each.Delayed)} dead={depth.Sum(each => each.Dead)} quarantined={depth.Sum(each => each.Quarantined)}"
        );
    }
);
app.MapGet("/commits", (HttpContext context) => context.Response.WriteAsync($"{commits.Count}"));
app.Run();
