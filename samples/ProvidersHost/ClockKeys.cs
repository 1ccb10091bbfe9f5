using Hooklatch.Configuration;

namespace Hooklatch.Samples.ProvidersHost;

/// <summary>Says that this host reads <c>Hooklatch:Now</c>, of which every other host warns that nothing reads it.</summary>
internal sealed class ClockKeys : IConfigurationKeySource
{
    public void AddTo(ConfigurationKeys keys) => keys.Add("Now");
}
