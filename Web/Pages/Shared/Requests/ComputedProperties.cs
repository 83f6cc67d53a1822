using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;

namespace StaffDashboard.Web.Pages.Shared.Requests;

/// <summary>
/// What a form works out from its fields is neither bound nor validated. The framework would create an object that has
/// no setter to put it into, and ask every property of a form that names nothing it could be worked out from.
/// </summary>
sealed class ComputedProperties
    : IBindingMetadataProvider,
        IValidationMetadataProvider,
        IPropertyValidationFilter
{
    public void CreateBindingMetadata(BindingMetadataProviderContext context)
    {
        if (IsComputed(context.Key))
            context.BindingMetadata.IsBindingAllowed = false;
    }

    public void CreateValidationMetadata(ValidationMetadataProviderContext context)
    {
        if (IsComputed(context.Key))
            context.ValidationMetadata.PropertyValidationFilter = this;
    }

    public bool ShouldValidateEntry(ValidationEntry entry, ValidationEntry parentEntry) => false;

    static bool IsComputed(ModelMetadataIdentity key) =>
        key.PropertyInfo is { SetMethod: not { IsPublic: true } } property
        && property.DeclaringType?.Assembly == typeof(ComputedProperties).Assembly;
}
