[assembly: Hooklatch.Plugin("dev", "fuzz")]
