[assembly: Hooklatch.Plugin(
    "dev",
    "providers",
    Name = "Providers",
    Description = "One endpoint for each provider that Hooklatch verifies."
)]
