[assembly: Plugin(
    "dev",
    "sample_routes",
    Name = "Sample routes",
    Description = "Shows routes beside webhooks, and a call of another plugin."
)]
