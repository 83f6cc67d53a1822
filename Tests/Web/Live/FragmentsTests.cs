using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.Extensions.DependencyInjection;
using StaffDashboard.Web.Live;

namespace StaffDashboard.Tests.Web.Live;

public sealed class FragmentsTests
{
    [Fact]
    public async Task A_component_becomes_markup_with_its_parameters()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Services.AddLive();
        await using var app = builder.Build();
        await using var scope = app.Services.CreateAsyncScope();

        var html = await scope
            .ServiceProvider.GetRequiredService<Fragments>()
            .RenderAsync<Greeting>(new { Name = "Zoë <b>" });

        Assert.Equal("<p>Zo&#xEB; &lt;b&gt;</p>", html);
    }

    sealed class Greeting : ComponentBase
    {
        [Parameter]
        public string Name { get; set; } = "";

        protected override void BuildRenderTree(RenderTreeBuilder builder)
        {
            builder.OpenElement(0, "p");
            builder.AddContent(1, Name);
            builder.CloseElement();
        }
    }
}
