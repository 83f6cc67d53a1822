using System.Net.WebSockets;
using System.Reflection;
using Microsoft.AspNetCore.SignalR;
using StaffDashboard.Tests.Support;

namespace StaffDashboard.Tests.Fuzz;

/// <summary>The hub's methods, called with whatever comes.</summary>
sealed class FuzzHub(FuzzOffice office, FuzzMaterial material, FuzzActor actor) : IAsyncDisposable
{
    // The hub hears sixty calls at once and then fewer: a new socket is heard again.
    const int CallsOfOne = 40;
    const string Fault = "An unexpected error occurred invoking";

    readonly MethodInfo[] methods = MethodsOf(office.App.Services);
    LiveClient? socket;
    int calls;

    internal static MethodInfo[] MethodsOf(IServiceProvider services) =>
        [
            .. FuzzTargets
                .Endpoints(services)
                .Select(endpoint => endpoint.Metadata.GetMetadata<HubMetadata>()?.HubType)
                .OfType<Type>()
                .Distinct()
                .SelectMany(hub =>
                    hub.GetMethods(
                        BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly
                    )
                )
                .Where(method => method.GetBaseDefinition().DeclaringType == method.DeclaringType)
                .OrderBy(method => method.Name, StringComparer.Ordinal),
        ];

    /// <returns>What was called, and what is wrong with the answer.</returns>
    internal async Task<(string Call, string? Answer)> CallAsync(Random dice)
    {
        var method = methods[dice.Next(methods.Length)];
        var arguments = Arguments(method, dice);
        var call = $"hub: {method.Name}({arguments})";
        try
        {
            await (await SocketAsync()).InvokeAsync(method.Name, arguments);
        }
        catch (InvalidOperationException refused)
        {
            // The words of a refusal of ours follow; of anything else there are none.
            if (
                refused.Message.StartsWith(Fault, StringComparison.Ordinal)
                && refused.Message.EndsWith("on the server.", StringComparison.Ordinal)
            )
                return (call, $"{refused.Message}\n{office.LastFault}");
        }
        // Sent away, by what was called or because its account was taken away meanwhile.
        catch (Exception gone) when (gone is IOException or WebSocketException)
        {
            await LeaveAsync();
            await actor.EnterAsync();
        }
        return (call, null);
    }

    async Task<LiveClient> SocketAsync()
    {
        if (calls++ % CallsOfOne == 0 || socket?.Closed.IsCompleted is true)
            await LeaveAsync();
        return socket ??= await LiveClient.ConnectAsync(office.App.Address, actor.Cookie);
    }

    string Arguments(MethodInfo method, Random dice)
    {
        var values = new FuzzRequests(material, dice);
        var wanted = method.GetParameters().Select(p => p.ParameterType.IsArray).ToList();
        if (dice.Next(8) == 0)
            wanted.Add(dice.Next(2) == 0);
        if (dice.Next(8) == 0 && wanted.Count > 0)
            wanted.RemoveAt(0);
        return $"[{string.Join(',', wanted.Select(isArray => Argument(isArray)))}]";

        string Argument(bool isArray) =>
            dice.Next(12) == 0 ? Plain()
            : isArray
                ? $"[{string.Join(',', Enumerable.Range(0, dice.Next(5)).Select(_ => Text()))}]"
            : Text();

        string Text() =>
            dice.Next(10) switch
            {
                0 => "null",
                1 => Plain(),
                2 => FuzzEncoding.Json($"here:{values.Value()}"),
                3 => FuzzEncoding.Json($"person:{values.Value()}"),
                _ => FuzzEncoding.Json(values.Value()),
            };

        string Plain() =>
            ((string[])["null", "0", "-1e300", "true", "{}", "[]", "[null]", "[[]]"])[dice.Next(8)];
    }

    async Task LeaveAsync()
    {
        if (socket is not null)
            await socket.DisposeAsync();
        socket = null;
    }

    public async ValueTask DisposeAsync() => await LeaveAsync();
}
