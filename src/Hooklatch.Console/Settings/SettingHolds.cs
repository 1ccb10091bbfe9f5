namespace Hooklatch.Console.Settings;

/// <summary>What may stand at a setting.</summary>
internal enum SettingHolds
{
    /// <summary>One value.</summary>
    Value,

    /// <summary>One value, or an array of them.</summary>
    Values,

    /// <summary>Values by names.</summary>
    Names,

    /// <summary>Objects, of which only the number is shown: nobody knows which of their members are secrets.</summary>
    Objects,
}
