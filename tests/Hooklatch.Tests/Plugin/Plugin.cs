[assembly: Plugin("tests", "runtime", Name = "Runtime tests", Description = "One endpoint for each thing that a test asks.")]
