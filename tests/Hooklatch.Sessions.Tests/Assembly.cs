global using Hooklatch.Sessions.Tests.Testing;
global using Hooklatch.Tests.Hosting;
