using StaffDashboard.Data;
using StaffDashboard.Web.Access;
using StaffDashboard.Web.Live;
using StaffDashboard.Web.Pages;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddOffice(builder.Configuration.GetConnectionString("StaffDashboard")!);
builder.Services.AddAccess();
builder.Services.AddLive();
builder.Services.AddFeatures();

var app = builder.Build();
app.UseStatusCodePagesWithReExecute("/error/{0}");
app.UseRouting();
app.UseAuthentication();
app.UseAuthorization();
app.UseLive();
app.MapRazorPages();
app.MapLive();
app.Run();
