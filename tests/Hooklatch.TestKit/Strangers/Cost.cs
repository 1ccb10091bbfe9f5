namespace Hooklatch.TestKit.Strangers;

/// <summary>What one request cost the host, up to its answer.</summary>
/// <param name="Status">The status of the answer.</param>
/// <param name="Allocated">The bytes that were allocated. What was taken from a pool and given back is not among them.</param>
/// <param name="Processor">The processor time of the thread.</param>
/// <param name="LogLines">The lines that were logged.</param>
/// <param name="Calls">The calls to providers.</param>
internal readonly record struct Cost(int Status, long Allocated, TimeSpan Processor, int LogLines, int Calls);
