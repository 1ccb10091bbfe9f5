using Hooklatch.Providers;

namespace Hooklatch.Console.Tests.Plugin;

/// <summary>One endpoint whose handlers take events.</summary>
[Webhook("/github")]
[GitHubSignature(Secret = nameof(ShopConfig.GitHubSecrets))]
internal sealed class ShopGitHub(ShopCalls calls)
{
    [OnEvent(GitHubEvents.Push)]
    public Task OnPush([FromJson("repository.full_name")] string repository, [FromJson("commits[*].id")] string[] commits) =>
        calls.RunAsync($"OnPush {repository} {commits.Length}");

    [OnEvent(GitHubEvents.IssuesOpened)]
    public Task OnIssue([FromJson("issue.number")] int number) => calls.RunAsync($"OnIssue {number}");
}
