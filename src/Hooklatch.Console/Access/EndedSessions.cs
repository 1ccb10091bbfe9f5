namespace Hooklatch.Console.Access;

/// <summary>The sessions that were signed out of before their time, until that. Only who is signed in can end one, and there are at most so many.</summary>
internal sealed class EndedSessions(TimeProvider time)
{
    public const int Capacity = 10_000;

    private readonly Lock _lock = new();
    private readonly Dictionary<Guid, DateTimeOffset> _ended = [];

    public bool Contains(Guid session)
    {
        lock (_lock)
        {
            return _ended.ContainsKey(session);
        }
    }

    public void Add(Session session)
    {
        lock (_lock)
        {
            if (_ended.Count >= Capacity)
            {
                var now = time.GetUtcNow();
                foreach (var (id, _) in _ended.Where(ended => ended.Value <= now).ToArray())
                {
                    _ended.Remove(id);
                }
            }

            if (_ended.Count >= Capacity)
            {
                _ended.Remove(_ended.MinBy(ended => ended.Value).Key);
            }

            _ended[session.Id] = session.Until;
        }
    }
}
