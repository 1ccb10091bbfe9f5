using Hooklatch.Generators.Common;
using Hooklatch.Generators.Services;

namespace Hooklatch.Generators.Verification;

/// <summary>A class that knows the secrets of each tenant: its <c>global::</c> name and the services that it is built with.</summary>
internal sealed record SecretSourceModel(string TypeName, EquatableArray<ServiceModel> Constructor);
