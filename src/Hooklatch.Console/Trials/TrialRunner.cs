using System.Security.Cryptography;
using Hooklatch.Configuration;
using Hooklatch.Endpoints;
using Hooklatch.Management;
using Hooklatch.Signing;
using Hooklatch.Verification;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Hooklatch.Console.Trials;

/// <summary>
/// Sends a test to a webhook in this process: a sample that is signed with the configured secret passes the gates as any delivery, but is neither stored nor
/// remembered, logged or counted.
/// </summary>
internal sealed class TrialRunner(WebhookPipelineFactory pipelines, IServiceScopeFactory scopes, TimeProvider time)
{
    /// <summary>How long a test may take, a handler that runs included.</summary>
    private static readonly TimeSpan MaxTime = TimeSpan.FromSeconds(30);

    /// <summary>Sends a test.</summary>
    /// <param name="webhook">The webhook.</param>
    /// <param name="request">What is sent. Who asks may send it.</param>
    /// <param name="baseUrl">Where senders reach the host.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public async Task<TestResult> RunAsync(WebhookEndpoint webhook, TestRequest request, string baseUrl, CancellationToken cancellation)
    {
        var signing = webhook.Sender.Verifier.SigningOf(webhook.Sender);
        if (Trial.ObstacleOf(webhook, signing) is { } obstacle)
        {
            return new TestResult { Message = obstacle };
        }

        var sample = Sample.Of(webhook, request);
        var outgoing = TrialRequest.Make(webhook, sample, baseUrl, time.GetUtcNow());
        if (signing is { Signer: { } signer, KeyPath: { } path } && Sign(signer, outgoing, webhook, path, signing.KeyIndex) is { } failure)
        {
            return new TestResult { Message = failure };
        }

        using var timeout = new CancellationTokenSource(MaxTime, time);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellation);
        await using var scope = scopes.CreateAsyncScope();
        await using var answer = new BoundedBuffer();
        var http = TrialRequest.ToHttp(outgoing, webhook, answer, scope.ServiceProvider, ended.Token);
        var observer = new TrialObserver();
        await pipelines.CreateTrial(webhook, observer, request.RunsHandler).InvokeAsync(http);
        cancellation.ThrowIfCancellationRequested();
        // What the handler has written and not sent yet.
        await http.Response.CompleteAsync();
        return TrialReport.Of(webhook, observer, sample, request.RunsHandler, answer.ToText());
    }

    /// <returns>Why it cannot be signed. The secret is no part of it.</returns>
    private static string? Sign(IRequestSigner signer, OutgoingRequest request, WebhookEndpoint webhook, string path, int index)
    {
        var secrets = new LiveSecrets<string[]>(webhook.Plugin.Configuration, path, values => values, keepsPlaces: true).Current;
        var secret = secrets.ElementAtOrDefault(index) is { Length: > 0 } chosen ? chosen : secrets.FirstOrDefault(one => one.Length > 0);
        if (secret is null)
        {
            return $"Configure {webhook.Plugin.Configuration.Section}:{path} first.";
        }

        try
        {
            signer.Sign(request, SignerKeys.FromText(secret));
            return null;
        }
        catch (Exception error) when (error is ArgumentException or FormatException or CryptographicException or InvalidOperationException)
        {
            // What such an exception says may hold the secret.
            return $"The test could not be signed: the secret at {webhook.Plugin.Configuration.Section}:{path} is not of the form that the sender uses, or the body has no place for the signature.";
        }
    }
}
