using Microsoft.Extensions.DependencyInjection;

namespace StaffDashboard.Data;

/// <summary>Who acts in a scope that no request has opened.</summary>
public sealed class Acting
{
    public Viewer? Viewer { get; internal set; }
}

public static class ActingExtensions
{
    /// <summary>A scope for work that nobody asked for: its Office and its Viewer are the program's own.</summary>
    public static AsyncServiceScope AsProgram(this IServiceScopeFactory scopes)
    {
        var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Acting>().Viewer = Viewer.Program;
        return scope;
    }
}
