using Microsoft.CodeAnalysis;

namespace Hooklatch.Generators.Diagnostics;

/// <summary>
/// Receives what a parser finds wrong. The analyzer passes one; the generator passes none, so that its models stay free of locations and a
/// mistake is reported once.
/// </summary>
internal delegate void Report(DiagnosticDescriptor descriptor, Location? location, params object?[] arguments);
