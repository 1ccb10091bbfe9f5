global using Hooklatch.Tests.Shared;
using Hooklatch.AotTests;

[assembly: AssemblyFixture(typeof(PublishedHost))]
