using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Routing.Patterns;

namespace StaffDashboard.Web.Pages.Shared.Requests;

/// <summary>
/// What an address names is taken from the address alone. Else a form that brings a field of the same name would be
/// about another row than the one that was asked for, and that whoever looks at the address believes it is about.
/// </summary>
sealed class AddressFirst : IPageApplicationModelConvention
{
    public void Apply(PageApplicationModel model)
    {
        if (model.ActionDescriptor.AttributeRouteInfo?.Template is not { } template)
            return;
        var named = RoutePatternFactory
            .Parse(template)
            .Parameters.Select(parameter => parameter.Name)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var parameter in model.HandlerMethods.SelectMany(handler => handler.Parameters))
            if (named.Contains(parameter.ParameterName))
                parameter.BindingInfo = OfPath(parameter.BindingInfo);
        foreach (var property in model.HandlerProperties)
            if (
                property.BindingInfo is { } info
                && named.Contains(info.BinderModelName ?? property.PropertyName)
            )
                property.BindingInfo = OfPath(info);
    }

    static BindingInfo OfPath(BindingInfo? info) =>
        new(info ?? new()) { BindingSource = BindingSource.Path };
}
