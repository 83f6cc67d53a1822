using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace StaffDashboard.Web.Pages;

/// <summary>
/// A page below /Records serves each kind of record under an address of its own: "/records/{id}" becomes "/team/{id}".
/// Which kind was asked for stands in the metadata of the endpoint.
/// </summary>
sealed class RecordRoutes : IPageRouteModelConvention
{
    const string Placeholder = "records";

    public void Apply(PageRouteModel model)
    {
        if (!model.ViewEnginePath.StartsWith("/Records/", StringComparison.Ordinal))
            return;
        var template = model.Selectors.Single().AttributeRouteModel!.Template!;
        model.Selectors.Clear();
        foreach (var pages in RecordRegistry.All)
            model.Selectors.Add(
                new()
                {
                    AttributeRouteModel = new()
                    {
                        Template = pages.Room + template.TrimStart('/')[Placeholder.Length..],
                    },
                    EndpointMetadata = { pages },
                }
            );
    }
}
