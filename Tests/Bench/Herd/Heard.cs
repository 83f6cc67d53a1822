using System.Text;
using System.Text.Json;

namespace StaffDashboard.Bench.Herd;

/// <summary>What is said over the socket, read as cheaply as can be: thousands read it on the cores of the program.</summary>
static class Heard
{
    internal static bool Is(ReadOnlySpan<byte> message, ReadOnlySpan<byte> target) =>
        // The target stands at the beginning; a fragment is long.
        message[..Math.Min(message.Length, 64)].IndexOf(target) >= 0;

    internal static Notice Changed(ReadOnlySpan<byte> message)
    {
        using var json = JsonDocument.Parse(message.ToArray());
        var said = json.RootElement.GetProperty("arguments")[0];
        return new(
            [.. said.GetProperty("topics").EnumerateArray().Select(topic => topic.GetString()!)],
            said.GetProperty("node").GetString()!,
            said.GetProperty("state").GetInt64(),
            said.GetProperty("spread").GetInt32()
        );
    }

    /// <summary>Node and state of a fragment: they stand behind its markup.</summary>
    internal static (string Node, long State) Pushed(ReadOnlySpan<byte> message)
    {
        var tail = message[message.LastIndexOf("\"tag\":"u8)..];
        var node = After(tail, "\"node\":\""u8);
        var state = After(tail, "\"state\":"u8);
        return (
            Encoding.UTF8.GetString(node[..node.IndexOf((byte)'"')]),
            long.Parse(
                state[..state.IndexOf((byte)'}')],
                System.Globalization.CultureInfo.InvariantCulture
            )
        );
    }

    static ReadOnlySpan<byte> After(ReadOnlySpan<byte> text, ReadOnlySpan<byte> name) =>
        text[(text.IndexOf(name) + name.Length)..];
}

sealed record Notice(string[] Topics, string Node, long State, int Spread);
