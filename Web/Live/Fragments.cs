using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace StaffDashboard.Web.Live;

/// <summary>Renders a .razor component to markup, the same for a page and for a fragment alone.</summary>
public sealed class Fragments(IServiceProvider services, ILoggerFactory logs)
{
    public async Task<string> RenderAsync<TComponent>(object? parameters = null)
        where TComponent : IComponent
    {
        await using var renderer = new HtmlRenderer(services, logs);
        var given = ParameterView.FromDictionary(new RouteValueDictionary(parameters));
        return await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var component = await renderer.RenderComponentAsync<TComponent>(given);
            return component.ToHtmlString();
        });
    }
}
