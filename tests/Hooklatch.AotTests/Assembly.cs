using Hooklatch.AotTests;

[assembly: TestCollectionOrderer(typeof(LongestFirst))]
[assembly: AssemblyFixture(typeof(PackageFeed))]
[assembly: AssemblyFixture(typeof(PublishedSamples))]
