namespace StaffDashboard.Web.Live;

/// <summary>
/// The fragments in memory and those being rendered. An entry is put up BEFORE its render begins and taken off by a
/// notice at any time: so one that was begun before a change is never found by anybody who comes after it.
/// </summary>
sealed class Shelf(long limit)
{
    readonly Lock _gate = new();
    readonly Dictionary<(string, string), LinkedListNode<Entry>> _entries = [];
    readonly Dictionary<string, HashSet<LinkedListNode<Entry>>> _byTopic = [];
    readonly LinkedList<Entry> _recent = [];
    long _weight;

    internal long Weight
    {
        get
        {
            lock (_gate)
            {
                return _weight;
            }
        }
    }

    /// <summary>The entry, and whether the caller is the one who must render it.</summary>
    internal (Entry Entry, bool IsMine) Take((string, string) key, string[] topics)
    {
        lock (_gate)
        {
            if (_entries.TryGetValue(key, out var found))
            {
                _recent.Remove(found);
                _recent.AddFirst(found);
                return (found.Value, false);
            }
            var node = _recent.AddFirst(
                new Entry(key, [.. topics.SelectMany(Topic.NamesOf).Distinct()])
            );
            _entries.Add(key, node);
            foreach (var topic in node.Value.Names)
            {
                if (!_byTopic.TryGetValue(topic, out var nodes))
                {
                    _byTopic.Add(topic, nodes = []);
                }
                nodes.Add(node);
            }
            return (node.Value, true);
        }
    }

    /// <summary>False when a notice has taken the entry off meanwhile: then it is given only to those who wait.</summary>
    internal bool Put(Entry entry, Fragment fragment)
    {
        bool isKept;
        lock (_gate)
        {
            isKept = NodeOf(entry) is not null;
            if (isKept)
            {
                entry.Weight = fragment.Weight;
                _weight += entry.Weight;
                ShedWeight();
            }
        }
        entry.Give(fragment);
        return isKept;
    }

    internal void Fail(Entry entry, Exception failed)
    {
        lock (_gate)
        {
            if (NodeOf(entry) is { } node)
            {
                Remove(node);
            }
        }
        entry.Fail(failed);
    }

    /// <summary>Whether it is still there; it is not afterwards.</summary>
    internal bool Drop(Entry entry)
    {
        lock (_gate)
        {
            if (NodeOf(entry) is not { } node)
            {
                return false;
            }
            Remove(node);
            return true;
        }
    }

    /// <summary>The entries that were taken off.</summary>
    internal List<Entry> Drop(string topic)
    {
        lock (_gate)
        {
            if (!_byTopic.TryGetValue(topic, out var nodes))
            {
                return [];
            }
            var dropped = nodes.ToList();
            dropped.ForEach(Remove);
            return [.. dropped.Select(node => node.Value)];
        }
    }

    internal void Clear()
    {
        lock (_gate)
        {
            _entries.Clear();
            _byTopic.Clear();
            _recent.Clear();
            _weight = 0;
        }
    }

    LinkedListNode<Entry>? NodeOf(Entry entry) =>
        _entries.TryGetValue(entry.Key, out var node) && node.Value == entry ? node : null;

    void ShedWeight()
    {
        while (_weight > limit && _recent.Last is { } oldest)
        {
            Remove(oldest);
        }
    }

    void Remove(LinkedListNode<Entry> node)
    {
        _entries.Remove(node.Value.Key);
        _recent.Remove(node);
        _weight -= node.Value.Weight;
        foreach (var topic in node.Value.Names)
        {
            var nodes = _byTopic[topic];
            nodes.Remove(node);
            if (nodes.Count == 0)
            {
                _byTopic.Remove(topic);
            }
        }
    }
}

sealed class Entry((string, string) key, string[] names)
{
    readonly TaskCompletionSource<Fragment> _fragment = new(
        TaskCreationOptions.RunContinuationsAsynchronously
    );

    internal (string, string) Key => key;
    internal string[] Names => names;
    internal long Weight { get; set; }
    internal Task<Fragment> Fragment => _fragment.Task;

    internal void Give(Fragment fragment) => _fragment.TrySetResult(fragment);

    internal void Fail(Exception failed)
    {
        if (failed is OperationCanceledException)
        {
            _fragment.TrySetCanceled();
        }
        else
        {
            _fragment.TrySetException(failed);
        }
        _ = _fragment.Task.Exception;
    }
}
