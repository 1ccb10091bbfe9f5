namespace Hooklatch.Bodies;

/// <summary>
/// How many bytes of bodies the host holds at once, in memory and on disk. It counts what is held and not what was announced: a
/// declared length costs its sender nothing.
/// </summary>
internal sealed class BodyBudget(long memory = BodyBudget.DefaultMemory, long disk = BodyBudget.DefaultDisk)
{
    public const long DefaultMemory = HooklatchOptions.DefaultMemoryBudget;
    public const long DefaultDisk = HooklatchOptions.DefaultDiskBudget;

    // One flooded endpoint leaves three quarters to its neighbours.
    private const int EndpointsFraction = 4;

    // What may be used before bodies have to be small to stay in memory.
    private const int FreeFraction = 4;

    private ByteAllowance _memory = new(memory);
    private ByteAllowance _disk = new(disk);

    public long MemoryInUse => _memory.Used;

    private bool IsMostlyFree => MemoryInUse < memory / FreeFraction;

    public long DiskInUse => _disk.Used;

    /// <summary>The part of one endpoint, created once when the endpoint is built.</summary>
    public Share CreateShare() => new(this, memory / EndpointsFraction, disk / EndpointsFraction);

    private static bool TryTake(ref ByteAllowance part, ref ByteAllowance whole, long bytes)
    {
        if (!part.TryTake(bytes))
        {
            return false;
        }

        if (whole.TryTake(bytes))
        {
            return true;
        }

        part.Return(bytes);
        return false;
    }

    private static void Return(ref ByteAllowance part, ref ByteAllowance whole, long bytes)
    {
        part.Return(bytes);
        whole.Return(bytes);
    }

    /// <summary>One endpoint's quarter of the budget.</summary>
    internal sealed class Share(BodyBudget budget, long memory, long disk)
    {
        private ByteAllowance _memory = new(memory);
        private ByteAllowance _disk = new(disk);

        /// <summary>Whether three quarters of the memory are free, of this endpoint's and of the host's.</summary>
        public bool IsMostlyFree => _memory.Used < memory / FreeFraction && budget.IsMostlyFree;

        /// <summary>Whether so many bytes could be taken if nobody else held any.</summary>
        public bool CanHold(long bytes) => bytes <= memory;

        public bool TryTakeMemory(long bytes) => TryTake(ref _memory, ref budget._memory, bytes);

        public void ReturnMemory(long bytes) => Return(ref _memory, ref budget._memory, bytes);

        public bool TryTakeDisk(long bytes) => TryTake(ref _disk, ref budget._disk, bytes);

        public void ReturnDisk(long bytes) => Return(ref _disk, ref budget._disk, bytes);
    }
}
