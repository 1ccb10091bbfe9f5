namespace Hooklatch.Providers.Tests.Presets;

/// <summary>What makes a delivery of a preset a copy of another one.</summary>
internal enum DuplicateBasis
{
    /// <summary>Nothing does: each one runs.</summary>
    None,

    /// <summary>The same id.</summary>
    SameId,

    /// <summary>The same id together with the same signed text; where code verifies, with the same body.</summary>
    SameIdAndText,
}
