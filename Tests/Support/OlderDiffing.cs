using System.Runtime.CompilerServices;
using System.Runtime.Loader;

namespace StaffDashboard.Tests.Support;

/// <summary>bUnit asks for AngleSharp.Diffing 1.0; the registry has 0.17, which does what is asked of it here.</summary>
static class OlderDiffing
{
    [ModuleInitializer]
    internal static void Accept() =>
        AssemblyLoadContext.Default.Resolving += (context, asked) =>
            asked.Name == "AngleSharp.Diffing"
                ? context.LoadFromAssemblyPath(
                    Path.Combine(AppContext.BaseDirectory, "AngleSharp.Diffing.dll")
                )
                : null;
}
