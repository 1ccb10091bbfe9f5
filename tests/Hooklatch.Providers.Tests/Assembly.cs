global using Hooklatch.Tests.Shared;
