global using Hooklatch.Sessions.Tests.Testing;
