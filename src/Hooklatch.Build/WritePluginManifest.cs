using Microsoft.Build.Framework;

namespace Hooklatch.Build;

/// <summary>The task that describes the webhooks and settings of every plugin in the build output: as a page, and as data.</summary>
public sealed class WritePluginManifest : Microsoft.Build.Utilities.Task
{
    /// <summary>The built assembly and, of a host, those that it references.</summary>
    [Required]
    public ITaskItem[] Assemblies { get; set; } = [];

    /// <summary>Where the page goes. Default: nowhere.</summary>
    public string Page { get; set; } = "";

    /// <summary>Where the data goes. Default: nowhere.</summary>
    public string Manifest { get; set; } = "";

    /// <summary>Writes the files. The project asks for them, so what keeps them from being written is an error.</summary>
    public override bool Execute()
    {
        try
        {
            foreach (var written in FactsFiles.Write(Assemblies.Select(assembly => assembly.ItemSpec), Page, Manifest))
            {
                Log.LogMessage(MessageImportance.Normal, "Hooklatch wrote {0}.", written);
            }
        }
        catch (Exception exception)
            when (exception is IOException or UnauthorizedAccessException or BadImageFormatException or FormatException)
        {
            Log.LogError("Hooklatch could not write the manifest of the plugins: {0}", exception.Message);
        }

        return !Log.HasLoggedErrors;
    }
}
