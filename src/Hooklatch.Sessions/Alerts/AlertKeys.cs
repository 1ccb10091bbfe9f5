using Hooklatch.Configuration;

namespace Hooklatch.Sessions.Alerts;

/// <summary>The keys of alerts.</summary>
internal sealed class AlertKeys : IConfigurationKeySource
{
    public void AddTo(ConfigurationKeys keys) => keys.Add("Alerts").Add("Chat");
}
