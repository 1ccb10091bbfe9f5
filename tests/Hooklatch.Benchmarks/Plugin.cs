[assembly: Hooklatch.Plugin("bench", "inprocess")]
