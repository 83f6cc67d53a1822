namespace StaffDashboard.Web.Live;

/// <summary>
/// The fragments in memory and those being rendered. An entry is put up BEFORE its render begins and taken off by a
/// notice at any time: so one that was begun before a change is never found by anybody who comes after it.
/// </summary>
sealed class Shelf(long limit)
{
    readonly Lock gate = new();
    readonly Dictionary<(string, string), LinkedListNode<Entry>> entries = [];
    readonly Dictionary<string, HashSet<LinkedListNode<Entry>>> byTopic = [];
    readonly LinkedList<Entry> recent = [];
    long weight;

    internal long Weight
    {
        get
        {
            lock (gate)
            {
                return weight;
            }
        }
    }

    /// <summary>The entry, and whether the caller is the one who must render it.</summary>
    internal (Entry Entry, bool IsMine) Take((string, string) key, string[] topics)
    {
        lock (gate)
        {
            if (entries.TryGetValue(key, out var found))
            {
                recent.Remove(found);
                recent.AddFirst(found);
                return (found.Value, false);
            }
            var node = recent.AddFirst(
                new Entry(key, [.. topics.SelectMany(Topic.NamesOf).Distinct()])
            );
            entries.Add(key, node);
            foreach (var topic in node.Value.Names)
            {
                if (!byTopic.TryGetValue(topic, out var nodes))
                {
                    byTopic.Add(topic, nodes = []);
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
        lock (gate)
        {
            isKept = NodeOf(entry) is not null;
            if (isKept)
            {
                entry.Weight = fragment.Weight;
                weight += entry.Weight;
                ShedWeight();
            }
        }
        entry.Give(fragment);
        return isKept;
    }

    internal void Fail(Entry entry, Exception failed)
    {
        lock (gate)
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
        lock (gate)
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
        lock (gate)
        {
            if (!byTopic.TryGetValue(topic, out var nodes))
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
        lock (gate)
        {
            entries.Clear();
            byTopic.Clear();
            recent.Clear();
            weight = 0;
        }
    }

    LinkedListNode<Entry>? NodeOf(Entry entry) =>
        entries.TryGetValue(entry.Key, out var node) && node.Value == entry ? node : null;

    void ShedWeight()
    {
        while (weight > limit && recent.Last is { } oldest)
        {
            Remove(oldest);
        }
    }

    void Remove(LinkedListNode<Entry> node)
    {
        entries.Remove(node.Value.Key);
        recent.Remove(node);
        weight -= node.Value.Weight;
        foreach (var topic in node.Value.Names)
        {
            var nodes = byTopic[topic];
            nodes.Remove(node);
            if (nodes.Count == 0)
            {
                byTopic.Remove(topic);
            }
        }
    }
}

sealed class Entry((string, string) key, string[] names)
{
    readonly TaskCompletionSource<Fragment> rendered = new(
        TaskCreationOptions.RunContinuationsAsynchronously
    );

    internal (string, string) Key => key;
    internal string[] Names => names;
    internal long Weight { get; set; }
    internal Task<Fragment> Fragment => rendered.Task;

    internal void Give(Fragment fragment) => rendered.TrySetResult(fragment);

    internal void Fail(Exception failed)
    {
        if (failed is OperationCanceledException)
        {
            rendered.TrySetCanceled();
        }
        else
        {
            rendered.TrySetException(failed);
        }
        _ = rendered.Task.Exception;
    }
}
