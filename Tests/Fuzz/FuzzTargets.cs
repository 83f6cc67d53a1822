using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace StaffDashboard.Tests.Fuzz;

/// <summary>Everything that can be asked of the running program, as its own routes and models say.</summary>
static class FuzzTargets
{
    // They answer 5xx on purpose: the one shows the page of whatever code is asked for, the other tells the truth.
    static readonly string[] Truthful = ["error/{code:int}", "health/ready"];

    // Hangfire's own pages: what they answer to nonsense is not ours to mend. Who may open them: JobDashboardTests.
    const string NotOurs = "admin/jobs/dashboard/{**path}";

    internal static async Task<FuzzTarget[]> OfAsync(IServiceProvider services)
    {
        var targets = new List<FuzzTarget>();
        foreach (var endpoint in Endpoints(services))
            targets.AddRange(
                endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page
                    ? await OfPageAsync(services, endpoint, page)
                    : OfOther(endpoint)
            );
        return
        [
            .. targets
                .DistinctBy(target => (target.Route, target.Handler, target.Method))
                .OrderBy(target => target.Route, StringComparer.Ordinal)
                .ThenBy(target => target.Method, StringComparer.Ordinal)
                .ThenBy(target => target.Handler, StringComparer.Ordinal),
        ];
    }

    internal static IEnumerable<RouteEndpoint> Endpoints(IServiceProvider services) =>
        services
            .GetRequiredService<EndpointDataSource>()
            .Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint =>
                !IsFile(endpoint)
                && !Truthful.Contains(RouteOf(endpoint))
                && RouteOf(endpoint) != NotOurs
            );

    static async Task<IEnumerable<FuzzTarget>> OfPageAsync(
        IServiceProvider services,
        RouteEndpoint endpoint,
        PageActionDescriptor page
    )
    {
        var models = services.GetRequiredService<IModelMetadataProvider>();
        var compiled = await services
            .GetRequiredService<PageLoader>()
            .LoadAsync(page, new EndpointMetadataCollection(endpoint.Metadata));
        var bound = compiled.BoundProperties.SelectMany(property =>
            Names(
                models.GetMetadataForType(property.ParameterType),
                property.BindingInfo?.BinderModelName ?? property.Name
            )
        );
        return compiled
            .HandlerMethods.Select(handler => new FuzzTarget(
                RouteOf(endpoint),
                handler.Name ?? "",
                handler.HttpMethod.ToUpperInvariant(),
                [
                    .. bound,
                    .. handler.Parameters.SelectMany(parameter =>
                    {
                        var model = models.GetMetadataForType(parameter.ParameterType);
                        return Names(model, parameter.Name).Concat(Names(model, ""));
                    }),
                ]
            ))
            // A page without a word for a method has to say so, too.
            .Append(new(RouteOf(endpoint), "", "GET", [.. bound]))
            .Append(new(RouteOf(endpoint), "", "POST", [.. bound]));
    }

    static IEnumerable<FuzzTarget> OfOther(RouteEndpoint endpoint) =>
        (
            endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET", "POST"]
        ).Select(method => new FuzzTarget(RouteOf(endpoint), "", method, []));

    static IEnumerable<string> Names(ModelMetadata model, string prefix, int depth = 0)
    {
        if (model.IsEnumerableType)
            return [prefix, $"{prefix}[]", $"{prefix}[0]", $"{prefix}[key]"];
        if (!model.IsComplexType || depth == 3)
            return prefix.Length > 0 ? [prefix] : [];
        return model.Properties.SelectMany(property =>
            Names(
                property,
                prefix.Length > 0 ? $"{prefix}.{property.PropertyName}" : property.PropertyName!,
                depth + 1
            )
        );
    }

    static bool IsFile(RouteEndpoint endpoint) =>
        endpoint.Metadata.Any(item =>
            item.GetType().Name.Contains("StaticAsset", StringComparison.Ordinal)
        );

    static string RouteOf(RouteEndpoint endpoint) => endpoint.RoutePattern.RawText!.TrimStart('/');
}
