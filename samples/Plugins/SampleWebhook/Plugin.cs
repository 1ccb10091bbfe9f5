[assembly: Plugin("dev", "sample_webhook", Name = "Sample webhook", Description = "Shows what a plugin can do.")]
