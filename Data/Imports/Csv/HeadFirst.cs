namespace StaffDashboard.Data.Imports.Csv;

/// <summary>What was read to look at the file, and then the rest of it.</summary>
sealed class HeadFirst(string head, TextReader rest) : TextReader
{
    int at;

    public override int Read(char[] buffer, int index, int count) =>
        Head(buffer.AsSpan(index, count)) is > 0 and var read
            ? read
            : rest.Read(buffer, index, count);

    public override ValueTask<int> ReadAsync(
        Memory<char> buffer,
        CancellationToken cancellationToken = default
    ) =>
        Head(buffer.Span) is > 0 and var read
            ? new(read)
            : rest.ReadAsync(buffer, cancellationToken);

    public override Task<int> ReadAsync(char[] buffer, int index, int count) =>
        ReadAsync(buffer.AsMemory(index, count)).AsTask();

    int Head(Span<char> buffer)
    {
        var part = head.AsSpan(at, Math.Min(buffer.Length, head.Length - at));
        part.CopyTo(buffer);
        at += part.Length;
        return part.Length;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            rest.Dispose();
        base.Dispose(disposing);
    }
}
