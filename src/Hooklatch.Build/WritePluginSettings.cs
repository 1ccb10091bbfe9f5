using Microsoft.Build.Framework;

namespace Hooklatch.Build;

/// <summary>The task that writes, beside the build output, a JSON schema and a skeleton of the settings of every plugin that it holds.</summary>
public sealed class WritePluginSettings : Microsoft.Build.Utilities.Task
{
    /// <summary>The built assembly and those that it references.</summary>
    [Required]
    public ITaskItem[] Assemblies { get; set; } = [];

    /// <summary>Where the schema goes.</summary>
    [Required]
    public string Schema { get; set; } = "";

    /// <summary>Where the skeleton goes.</summary>
    [Required]
    public string Skeleton { get; set; } = "";

    /// <summary>Writes the files. They are a help, so what keeps them from being written is a warning.</summary>
    public override bool Execute()
    {
        try
        {
            foreach (var written in SettingsFiles.Write(Assemblies.Select(assembly => assembly.ItemSpec), Schema, Skeleton))
            {
                Log.LogMessage(MessageImportance.Low, "Hooklatch wrote {0}.", written);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or BadImageFormatException)
        {
            Log.LogWarning("Hooklatch could not write the settings of the plugins: {0}", exception.Message);
        }

        return !Log.HasLoggedErrors;
    }
}
