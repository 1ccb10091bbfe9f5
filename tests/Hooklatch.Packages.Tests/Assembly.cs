using Hooklatch.Packages.Tests;

[assembly: AssemblyFixture(typeof(PackedFeed))]
