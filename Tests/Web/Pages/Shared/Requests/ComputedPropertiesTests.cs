using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.DependencyInjection;
using StaffDashboard.Tests.Support;
using StaffDashboard.Web.Pages.Admin.Alerts;

namespace StaffDashboard.Tests.Web.Pages.Shared.Requests;

public sealed class ComputedPropertiesTests(TestPostgres postgres) : OfficeTest(postgres)
{
    [Fact]
    public async Task What_a_form_computes_is_neither_bound_nor_validated()
    {
        var metadata = App.Services.GetRequiredService<IModelMetadataProvider>();
        var models = (await App.PagesAsync())
            .SelectMany(page =>
                page.BoundProperties.Select(bound => bound.ParameterType)
                    .Concat(
                        page.HandlerMethods.SelectMany(handler =>
                            handler.Parameters.Select(given => given.ParameterType)
                        )
                    )
            )
            .Where(type => type.Assembly == typeof(Program).Assembly && type.IsClass)
            .Distinct()
            .ToList();
        Assert.True(models.Count > 5, $"Only {models.Count} are bound.");
        var computed = models
            .SelectMany(metadata.GetMetadataForProperties)
            .Where(property => property.IsReadOnly)
            .ToList();
        Assert.True(computed.Count > 5, $"Only {computed.Count} are computed.");

        Assert.Empty(
            computed
                .Where(property =>
                    property.IsBindingAllowed
                    || property.PropertyValidationFilter?.ShouldValidateEntry(default, default)
                        != false
                )
                .Select(property => $"{property.ContainerType!.Name}.{property.Name}")
        );
    }

    [Fact]
    public void Every_other_property_of_a_form_can_be_bound()
    {
        var metadata = App.Services.GetRequiredService<IModelMetadataProvider>();

        Assert.All(
            metadata
                .GetMetadataForProperties(typeof(SilenceForm))
                .Where(property => !property.IsReadOnly),
            property => Assert.True(property.IsBindingAllowed)
        );
    }
}
