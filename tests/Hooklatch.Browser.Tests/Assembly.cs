using Hooklatch.Browser.Tests.Harness;

[assembly: AssemblyFixture(typeof(Chromium))]
[assembly: AssemblyFixture(typeof(PublishedHost))]
// Each test drives a browser and a host, which take more than one core between them.
[assembly: CollectionBehavior(MaxParallelThreads = 2)]
