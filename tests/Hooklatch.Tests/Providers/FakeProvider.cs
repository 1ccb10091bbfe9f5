using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Hooklatch.Tests.Providers;

/// <summary>Stands where a provider's servers would: answers what it is told to, and counts who asks.</summary>
internal sealed class FakeProvider : HttpMessageHandler
{
    public List<string> Asked { get; } = [];

    public Func<Uri, HttpResponseMessage> Answer { get; set; } = _ => new HttpResponseMessage(HttpStatusCode.NotFound);

    /// <summary>The services of a host that lets keys be fetched.</summary>
    public IServiceProvider Services() =>
        new ServiceCollection().AddSingleton<TimeProvider>(new FakeTimeProvider()).AddWebhookKeyFetching(this).BuildServiceProvider();

    public void Serve(string text) => Answer = _ => new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(text) };

    /// <summary>Until when those wait who ask here; none for nobody.</summary>
    public Func<Uri, Task?> Gate { get; set; } = _ => null;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        lock (Asked)
        {
            Asked.Add(request.RequestUri!.AbsoluteUri);
        }

        await (Gate(request.RequestUri)?.WaitAsync(cancellationToken) ?? Task.CompletedTask);
        return Answer(request.RequestUri);
    }
}
